using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.EndToEnd.Tests;

/// <summary>
/// The whole product on one simulated clock: Kompass records that a test changes, the engine over SQLite in memory, the Xero
/// adapter, and a strict Xero in process. Connected through a real consent, mapped, and enabled unless the options say otherwise.
/// </summary>
internal sealed class Rig : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static int _databases;

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly string _database = $"Data Source=end-to-end-{Interlocked.Increment(ref _databases)};Mode=Memory;Cache=Shared";
    private readonly SqliteConnection _keepAlive;
    private EphemeralDataProtectionProvider _keys = new();
    private readonly CountingEntropy _entropy = new();
    private readonly Action<SyncOptions> _sync;

    public Rig(RigOptions? options = null)
    {
        options ??= new();
        _sync = options.Sync;
        _keepAlive = new(_database);
        _keepAlive.Open();
        var xero = new EmulatorOptions { Clock = _clock, PerDay = options.CallsPerDay };
        options.Xero(xero);
        Emulator = new(xero);
        Tenant = Control.TenantId;
        PrepareBooks(Tenant);
        foreach (var contact in options.Contacts)
        {
            Control.AddContact(Tenant, contact);
        }

        Process = NewProcess();
        Id = Run(() => Process.Get<IConfigurationManager>().CreateAsync([Make.Organisation], "ada", default)).Id;
        Connect(Id, Tenant);
        SaveMappings();
        SaveSettings(configuration => options.Settings(configuration with
        {
            Modules = SyncModules.Clients | SyncModules.Invoices,
            DefaultAccountId = Account("260"),
            CutOverDate = new(2026, 9, 1),
        }));
        if (options.OverrideInterlock)
        {
            Run(() => Process.Get<IConfigurationManager>().OverrideInterlockAsync(Id, "ada", "A test of what comes after.", default));
        }

        if (options.Enable)
        {
            SaveSettings(configuration => configuration with { IsEnabled = true });
        }

        Control.ClearCalls();
    }

    /// <summary>A rig whose one client, C1, is in Xero already; its calls are forgotten.</summary>
    public static Rig WithClient()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.ClearCalls();
        return rig;
    }

    public KompassClients Clients { get; } = new();

    public KompassInvoices Invoices { get; } = new();

    public KompassCodes Codes { get; } = new();

    public StatusRecorder Statuses { get; } = new();

    public Letters Letters { get; } = new();

    public XeroEmulator Emulator { get; }

    public EmulatorControl Control => Emulator.Control;

    public Guid Tenant { get; }

    public RigProcess Process { get; private set; }

    public ConfigurationId Id { get; }

    public BooksSnapshot Books => Control.Books(Tenant);

    public DateTimeOffset Now => _clock.GetUtcNow();

    public SyncConfiguration Configuration => Run(() => Process.Get<IConfigurationStore>().GetAsync(Id, default))!;

    public RemoteConnection Connection => Configuration.Connection!;

    public RemoteOrganisationId OrganisationId => new(Tenant.ToString());

    /// <summary>Calls that write into Xero's books, since the last <see cref="EmulatorControl.ClearCalls"/>.</summary>
    public IReadOnlyList<EmulatedCall> Writes => [.. Control.Calls.Where(call => call.IsAccounting && call.Method != "GET")];

    /// <summary>What the page Runs lists, the latest first.</summary>
    public IReadOnlyList<SyncRun> Runs => Run(() => Process.Get<ISyncJournal>().GetRunsAsync(Id, 100, default));

    public IReadOnlyList<Hold> Holds => Run(() => Process.Get<ISyncJournal>().GetHoldsAsync(OrganisationId, default));

    public IReadOnlyList<Operation> Unsettled => Run(() => Process.Get<ISyncJournal>().GetUnsettledAsync(OrganisationId, default));

    public T Run<T>(Func<Task<T>> work) => Clockwork.Run(_clock, work);

    public void Run(Func<Task> work) => Run(async () =>
    {
        await work();
        return true;
    });

    public IReadOnlyList<T> RunAtOnce<T>(params IEnumerable<Func<Task<T>>> work) => Clockwork.RunAtOnce(_clock, work);

    public void Advance(TimeSpan time) => Clockwork.Advance(_clock, time);

    /// <summary>Longer than a request may travel, than a lease lasts and than the catalogue is kept.</summary>
    public void WaitOutTheLongestFlight() => Advance(TimeSpan.FromMinutes(9));

    public SyncResult Sync() => Run(() => Process.Get<ISyncOrchestrator>().RunAsync(Id, null, default));

    /// <summary>Syncs as the worker does: a parked run is tried again when it said, and then comes to its end.</summary>
    public SyncResult SyncWhenAllowed()
    {
        var result = Sync();
        if (result is not { Outcome: SyncOutcome.Parked, RetryAt: { } at })
        {
            return Whole(result);
        }

        Advance(at - Now);
        return SyncWhole();
    }

    /// <summary>Syncs, and expects the run to come to its end.</summary>
    public SyncResult SyncWhole() => Whole(Sync());

    public SyncPlan Plan() => Run(() => Process.Get<ISyncOrchestrator>().PlanAsync(Id, null, default));

    public SyncResult Apply(SyncPlan plan) => Run(() => Process.Get<ISyncOrchestrator>().ApplyAsync(plan, null, default));

    public ReconciliationReport Compare() => Run(() => Process.Get<IReconciler>().CompareAsync(Id, "ada", null, default));

    public void SaveSettings(Func<SyncConfiguration, SyncConfiguration> change) =>
        Run(() => Process.Get<IConfigurationManager>().UpdateAsync(Id, change, default));

    public void SaveMappings(MappingKind kind, IEnumerable<CodeMapping> mappings) =>
        Run(() => Process.Get<IConfigurationManager>().SaveMappingsAsync(Id, kind, [.. mappings], default));

    /// <summary>Mappings as an earlier version or an earlier state of the ledger left them: nobody looks whether they are fit.</summary>
    public void SaveMappingsUnchecked(MappingKind kind, params IReadOnlyList<CodeMapping> mappings) =>
        Run(() => Process.Get<IMappingStore>().SaveMappingsAsync(OrganisationId, kind, mappings, default));

    public void SaveMappings()
    {
        SaveMappings(MappingKind.Account, KompassCodes.Nominals.Select(code => new CodeMapping(MappingKind.Account, code.Key, Account(code.Value))));
        SaveMappings(MappingKind.TaxRate, KompassCodes.VatRates.Select(code => new CodeMapping(MappingKind.TaxRate, code.Key, code.Value)));
        SaveMappings(MappingKind.Item, KompassCodes.Departments.Select(code => new CodeMapping(MappingKind.Item, code.Key, code.Value)));
    }

    /// <summary>Gives consent as a person does, and comes back.</summary>
    public ConnectResult Connect(ConfigurationId configuration, params Guid[] tenants)
    {
        var result = Consent(configuration, tenants);
        Assert.True(result.Outcome == ConnectOutcome.Connected, result.Message);
        return result;
    }

    /// <summary>Gives consent for another organisation, and confirms its name.</summary>
    public ConnectResult Move(Guid tenant, string name)
    {
        Assert.Equal(ConnectOutcome.ConfirmationRequired, Consent(Id, tenant).Outcome);
        var result = Run(() => Process.Get<ILedgerConnector>().ConfirmAsync(Id, name, "ada", default));
        Assert.True(result.Outcome == ConnectOutcome.Connected, result.Message);
        return result;
    }

    /// <summary>Gives consent as a person does, whatever comes of it.</summary>
    public ConnectResult Consent(ConfigurationId configuration, params Guid[] tenants) => Run(async () =>
    {
        var connector = Process.Get<ILedgerConnector>();
        var request = await connector.BeginAsync(configuration, new("ada"), default);
        var back = HttpUtility.ParseQueryString(Control.Authorize(request.Address, tenants).Query);
        return await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), default);
    });

    /// <summary>Links a client as a reviewer does.</summary>
    public void Link(string client, Guid contact) =>
        Run(() => Process.Get<IReconciler>().LinkAsync(Id, new(client), new(contact.ToString()), "ada", default));

    /// <summary>Remembers a reviewer's decision about a client.</summary>
    public void Decide(string client, ReviewDecision decision) => Run(() => Process.Get<IMappingStore>().SaveReviewAsync(
        OrganisationId,
        [],
        [new() { RemoteOrganisationId = OrganisationId, ClientId = new(client), Decision = decision, DecidedAt = Now, DecidedBy = "ada" }],
        default));

    /// <summary>The process dies and another one starts over the same database, once the lease of the dead one has lapsed.</summary>
    public void Restart()
    {
        Process.Dispose();
        Process = NewProcess();
        Advance(TimeSpan.FromSeconds(61));
    }

    /// <summary>The next process finds another key ring.</summary>
    public void LoseTheKeys() => _keys = new();

    /// <summary>Lets time pass at one stroke.</summary>
    public void Leap(TimeSpan time) => Clockwork.Leap(_clock, time);

    /// <summary>Time passes at one stroke, and the worker looks after the connections.</summary>
    public void LeapAndTend(TimeSpan time)
    {
        Leap(time);
        Run(() => Process.Get<IConnectionUpkeep>().RunAsync(default));
    }

    /// <summary>Another process of the same host, over the same database.</summary>
    public RigProcess StartBeside() => NewProcess();

    public string Account(string code) => Books.Accounts.First(account => account.Code == code).Id.ToString();

    public Hold? HoldOf(string id) => Holds.SingleOrDefault(hold => hold.Record.Id == id);

    public DocumentLink? LinkOf(string invoice) =>
        Run(() => Process.Get<IMappingStore>().GetDocumentLinksAsync(OrganisationId, default)).SingleOrDefault(link => link.InvoiceId.Value == invoice);

    public EmulatedContact? ContactOf(string client) => Books.Contacts.SingleOrDefault(contact => contact.ContactNumber == client);

    /// <summary>The invoice or credit note of a number, voided ones included.</summary>
    public EmulatedDocument? DocumentOf(string number) => Books.Invoices.Concat(Books.CreditNotes).SingleOrDefault(document => document.Number == number);

    public EmulatedJournal? JournalOf(string id) =>
        Books.ManualJournals.SingleOrDefault(journal => journal.Narration.EndsWith($"[KB:JRN:{id}:r1]", StringComparison.Ordinal));

    public void Dispose()
    {
        Process.Dispose();
        _keepAlive.Dispose();
    }

    /// <summary>The chart, tax rates, items, currencies and lock date that README.md of the golden documents describes.</summary>
    public void PrepareBooks(Guid tenant)
    {
        Control.AddAccount(tenant, "201", "Consulting", taxType: "OUTPUT2");
        Control.AddAccount(tenant, "202", "Training", taxType: "EXEMPTOUTPUT");
        Control.AddAccount(tenant, "203", "Books", taxType: "ZERORATEDOUTPUT");
        Control.AddAccount(tenant, "204", "Works", taxType: "RROUTPUT");
        Control.AddAccount(tenant, "205", "Margin goods", taxType: "TAX125");
        Control.AddAccount(tenant, "620", "Accrued Income", type: "CURRENT");
        Control.AddTaxRate(tenant, "TAX125", "Margin 12.5%", 12.5m);
        Control.AddTaxRate(tenant, "TAX150", "GST 15%", 15);
        Control.AddTaxRate(tenant, "DRCHARGESUPPLY20", "Domestic Reverse Charge @ 20% (VAT on Income)", 0);
        Control.AddItem(tenant, "CONS", "Consulting", "201", "OUTPUT2");
        Control.AddItem(tenant, "MISC", "Sundries");
        Control.AddCurrency(tenant, "EUR");
        Control.SetLockDates(tenant, new(2026, 9, 30));
    }

    private static SyncResult Whole(SyncResult result)
    {
        Assert.True(result.Outcome == SyncOutcome.Completed, $"The sync ended {result.Outcome}: {result.Message}");
        return result;
    }

    private RigProcess NewProcess() => new(this, _database, _clock, Emulator, _keys, _entropy, _sync);
}
