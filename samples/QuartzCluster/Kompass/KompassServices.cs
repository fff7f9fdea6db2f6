using Kompass.Accounting;
using Kompass.Xero;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace QuartzCluster;

/// <summary>What every process of the host registers, whoever runs the sync: no <c>AddWorker()</c>.</summary>
internal static class KompassServices
{
    public static IServiceCollection AddKompass(this IServiceCollection services, NodeSettings settings)
    {
        // One key ring for all nodes, or one could not read the tokens of another. A real host also protects it, with ProtectKeysWith...().
        services.AddDataProtection().SetApplicationName("kompass-quartz").PersistKeysToFileSystem(new(settings.KeyRing));
        services.AddSingleton(settings.Records);
        services.AddKompassXero(options =>
            {
                (options.ClientId, options.ClientSecret) = ("kompass-emulator", "emulator-secret");
                options.RedirectUri = new("http://localhost/xero/callback");
                options.Endpoints = XeroEndpoints.At(settings.Xero);
            })
            .UsePostgreSql(settings.Database)
            .AddClientSource<KompassClients>()
            .AddInvoiceSource<KompassInvoices>()
            .AddCatalogue<KompassCodes>();

        // Short, so that nobody waits long for what a killed node left behind. A real host keeps the defaults.
        return services.Configure<SyncOptions>(options =>
            (options.LeaseDuration, options.LongestCall, options.LongestFlight) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(2)));
    }
}
