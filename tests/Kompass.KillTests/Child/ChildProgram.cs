using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Web;
using Kompass.Accounting;
using Kompass.Xero;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Kills;

/// <summary>
/// One life of a host: whatever the lives before it left, it sets up what is missing, connects, enables, and syncs until nothing is
/// left to do. Exit code 0 when it got there, 4 when its patience ended.
/// </summary>
internal static class ChildProgram
{
    private const string Alive = "alive";

    public static async Task<int> RunAsync(ChildArguments arguments)
    {
        Statements.Watch();
        PointOfDeath.Set(arguments.Point);
        await using var services = Services(arguments);
        Console.WriteLine(Alive);
        var store = services.GetRequiredService<IConfigurationStore>();
        if (arguments.Xero is not { } xero)
        {
            await store.ListAsync(CancellationToken.None);
            Console.WriteLine($"done {PointOfDeath.Count("sql")}");
            return 0;
        }

        using var patience = new CancellationTokenSource(arguments.Patience);
        try
        {
            var id = await SetUpAsync(services, store, xero, patience.Token);
            await SyncAsync(services, id, xero, patience.Token);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("impatient");
            return 4;
        }

        Console.WriteLine($"done {PointOfDeath.Count("sql")}");
        return 0;
    }

    private static ServiceProvider Services(ChildArguments arguments)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ShiftedClock(arguments.Shift));
        services.AddSingleton<IClientSource>(new LoadClients(Load.Single, () => arguments.Life));
        services.AddSingleton<IInvoiceSource>(new LoadInvoices(Load.Single, () => arguments.Life));
        services.AddSingleton<IKompassCatalogue>(new KompassCodes());
        services
            .AddKompassXero(options =>
            {
                options.ClientId = "kompass-emulator";
                options.ClientSecret = "emulator-secret";
                options.RedirectUri = new("http://localhost/xero/callback");
                options.Endpoints = XeroEndpoints.At(arguments.Xero ?? new("http://localhost"));
            })
            .UsePrimaryHandler(_ => new DeadlyHandler())
            .UseSqlite($"Data Source={arguments.Database}", options => options.KeyRingDirectory = arguments.KeyRing);
        return services.BuildServiceProvider();
    }

    private static async Task<ConfigurationId> SetUpAsync(
        IServiceProvider services, IConfigurationStore store, Uri xero, CancellationToken cancellationToken)
    {
        var manager = services.GetRequiredService<IConfigurationManager>();
        var configuration = await store.ListAsync(cancellationToken) is [var first, ..]
            ? first
            : await manager.CreateAsync([Make.Organisation], "ada", cancellationToken);
        if (configuration.Connection is null)
        {
            await ConnectAsync(services, configuration.Id, xero, cancellationToken);
        }

        if (!configuration.IsEnabled)
        {
            var connection = (await store.GetAsync(configuration.Id, cancellationToken))!.Connection!;
            var accounts = (await services.GetRequiredService<ILedgerLookup>().GetAccountsAsync(connection, cancellationToken))
                .Where(account => account.Code is not null)
                .ToDictionary(account => account.Code!, account => account.Id);
            await manager.SaveMappingsAsync(
                configuration.Id,
                MappingKind.Account,
                [new(MappingKind.Account, "4000", accounts["200"]), new(MappingKind.Account, "2100", accounts["835"])],
                cancellationToken);
            await manager.SaveMappingsAsync(configuration.Id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], cancellationToken);
            await manager.UpdateAsync(
                configuration.Id,
                current => current with
                {
                    Modules = SyncModules.Clients | SyncModules.Invoices,
                    DefaultAccountId = accounts["260"],
                    CutOverDate = new(2026, 9, 1),
                    IsEnabled = true,
                },
                cancellationToken);
        }

        return configuration.Id;
    }

    private static async Task ConnectAsync(IServiceProvider services, ConfigurationId id, Uri xero, CancellationToken cancellationToken)
    {
        var connector = services.GetRequiredService<ILedgerConnector>();
        var request = await connector.BeginAsync(id, new("ada"), cancellationToken);
        using var person = new HttpClient { BaseAddress = xero };
        using var consent = await person.PostAsJsonAsync("/_emulator/consent", new { authorizeUrl = request.Address.AbsoluteUri }, cancellationToken);
        var location = JsonNode.Parse(await consent.Content.ReadAsStringAsync(cancellationToken))!["location"]!.GetValue<string>();
        var back = HttpUtility.ParseQueryString(new Uri(location).Query);
        var result = await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), cancellationToken);
        if (result.Outcome != ConnectOutcome.Connected)
        {
            throw new InvalidOperationException(result.Message);
        }
    }

    private static async Task SyncAsync(IServiceProvider services, ConfigurationId id, Uri xero, CancellationToken cancellationToken)
    {
        var sync = services.GetRequiredService<ISyncOrchestrator>();
        while (true)
        {
            var result = await sync.RunAsync(id, null, cancellationToken);
            if (result is { Outcome: SyncOutcome.Completed, Counts.Writes: 0, Holds.Count: 0 })
            {
                return;
            }

            if (result.Outcome == SyncOutcome.ReconnectRequired)
            {
                Console.WriteLine("reconnected");
                await ConnectAsync(services, id, xero, cancellationToken);
            }
            else if (result.Outcome != SyncOutcome.Completed || result.Counts.Writes == 0)
            {
                Console.WriteLine($"{result.Outcome}: {result.Message} {string.Join("; ", result.Holds.Take(3).Select(hold => hold.Detail))}");
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
