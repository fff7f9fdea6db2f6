using Kompass.Accounting;
using Kompass.Xero;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Kompass.Kills;

/// <summary>The registrations of every process of a fleet.</summary>
internal static class FleetServices
{
    // The shortest that is allowed: the story need not wait longer for the lease of a node that was killed.
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    // Where nobody can wait eight minutes until a record is believed absent: the emulator acts on a request as it comes in.
    private static readonly TimeSpan Flight = TimeSpan.FromSeconds(15);

    public static IAccountingBuilder AddFleet(this IServiceCollection services, FleetArguments fleet)
    {
        services.AddSingleton<TimeProvider>(fleet.Clock);
        services.AddSingleton<IClientSource>(new FleetClients(fleet));
        services.AddSingleton<IInvoiceSource>(new FleetInvoices(fleet));
        services.AddSingleton<IKompassCatalogue>(new KompassCodes());
        services.AddDataProtection().PersistKeysToFileSystem(new(fleet.KeyRing)).SetApplicationName("kompass-fleet");
        services.Configure<SyncOptions>(options =>
        {
            options.LeaseDuration = Lease;
            if (fleet.Clock.Speed == FastClock.Real)
            {
                (options.LongestCall, options.LongestFlight) = (Flight, Flight);
            }
        });
        var builder = services
            .AddKompassXero(options =>
            {
                options.ClientId = "kompass-emulator";
                options.ClientSecret = "emulator-secret";
                options.RedirectUri = new("http://localhost/xero/callback");
                options.Endpoints = XeroEndpoints.At(fleet.Xero);
            })
            .UsePostgreSql(fleet.Database);
        if (fleet.StandsStillAt is { Intents: > 0 and var call })
        {
            var journal = services.Last(service => service.ServiceType == typeof(ISyncJournal)).ImplementationType!;
            services.AddSingleton(journal);
            services.AddSingleton(provider => StandStillJournal.Over((ISyncJournal)provider.GetRequiredService(journal), call));
        }
        else if (fleet.StandsStillAt is { Path: { } path })
        {
            // Just before the handler that looks at the clock for the last time.
            services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(
                client => client.AdditionalHandlers.Insert(client.AdditionalHandlers.Count - 1, new StandStillHandler(path))));
        }

        return builder;
    }
}
