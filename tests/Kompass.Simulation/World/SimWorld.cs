using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Kompass.Simulation;

/// <summary>Everything that outlives a process: Kompass, Xero, the database, and the time.</summary>
internal sealed class SimWorld : IDisposable
{
    private readonly SqliteConnection _keepAlive;

    public SimWorld(Scheduler scheduler, string database)
    {
        Scheduler = scheduler;
        Gate = new(scheduler);
        ConnectionString = $"Data Source={database};Mode=Memory;Cache=Shared";
        _keepAlive = new(ConnectionString);
        _keepAlive.Open();
        Xero = new(new() { Clock = new SimClock(scheduler, null), PerDay = 1_000_000 });
        Tenant = Xero.Control.TenantId;
        Logs.Guard(Xero.Options.ClientSecret);
    }

    public Scheduler Scheduler { get; }

    public SimGate Gate { get; }

    public string ConnectionString { get; }

    public KompassClients Clients { get; } = new();

    public KompassInvoices Invoices { get; } = new();

    public CallCounter Calls { get; } = new();

    public LogRecorder Logs { get; } = new();

    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    public XeroEmulator Xero { get; }

    public Guid Tenant { get; }

    public RemoteOrganisationId OrganisationId => new(Tenant.ToString());

    public BooksSnapshot Books => Xero.Control.Books(Tenant);

    public void Dispose() => _keepAlive.Dispose();

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
            [new(MappingKind.Account, "4000", Account("200")), new(MappingKind.Account, "2100", Account("835"))],
            default);
        await manager.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], default);
        await manager.UpdateAsync(
            id,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = Account("260"),
                CutOverDate = new(2026, 9, 1),
            },
            default);
        await manager.UpdateAsync(id, configuration => configuration with { IsEnabled = true }, default);
        return id;
    }

    private string Account(string code) => Books.Accounts.First(account => account.Code == code).Id.ToString();
}
