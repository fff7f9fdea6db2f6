using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Simulation;

/// <summary>Everything that outlives a process: Kompass, Xero, the database, and the time.</summary>
internal sealed class SimWorld : IDisposable
{
    public const string IncomeAccount = "200";

    public SimWorld(Scheduler scheduler, string database)
    {
        Scheduler = scheduler;
        Gate = new(scheduler);
        Database = new(database);
        Xero = new(new() { Clock = new SimClock(scheduler, null), PerDay = 1_000_000 });
        Tenant = Xero.Control.TenantId;
        Secrets.Guard(Xero.Options.ClientSecret);
    }

    public Scheduler Scheduler { get; }

    public SimGate Gate { get; }

    public SimFile Database { get; }

    public KompassClients Clients { get; } = new();

    public KompassInvoices Invoices { get; } = new();

    public CallCounter Calls { get; } = new();

    public SecretGuard Secrets { get; } = new();

    public RefreshCounter Refreshes { get; } = new();

    public EpochWatch Epochs { get; } = new();

    /// <summary>For the bug of that name: who holds the lease, as all processes see it.</summary>
    public GreedyJournal.Holder GreedyHolder { get; } = new();

    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    public XeroEmulator Xero { get; }

    public Guid Tenant { get; }

    public RemoteOrganisationId OrganisationId => new(Tenant.ToString());

    public BooksSnapshot Books => Xero.Control.Books(Tenant);

    public void Dispose() => Database.Dispose();

    /// <summary>Creates, connects, maps and enables a configuration, as an administrator does.</summary>
    public async Task<ConfigurationId> SetUpAsync(SimProcess process)
    {
        var manager = process.Get<IConfigurationManager>();
        var id = (await manager.CreateAsync([Make.Organisation], "ada", default)).Id;
        var connector = process.Get<ILedgerConnector>();
        var request = await connector.BeginAsync(id, new("ada"), default);
        var back = HttpUtility.ParseQueryString(Xero.Control.Authorize(request.Address, Tenant).Query);
        var result = await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), default);
        if (result.Outcome != ConnectOutcome.Connected)
        {
            throw new InvalidOperationException($"The simulation could not connect: {result.Message}");
        }

        await manager.SaveMappingsAsync(
            id,
            MappingKind.Account,
            [new(MappingKind.Account, "4000", Account(IncomeAccount)), new(MappingKind.Account, "2100", Account("835"))],
            default);
        await manager.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], default);
        await manager.UpdateAsync(
            id,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = Account("260"),
                CutOverDate = new(2026, 9, 1),
                IsEnabled = true,
            },
            default);
        return id;
    }

    private string Account(string code) => Books.Accounts.First(account => account.Code == code).Id.ToString();
}
