using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>What the steps share: the services of the host, both sides, and what was learnt on the way.</summary>
internal sealed class JobContext(IServiceProvider services, XeroEmulator emulator, Workplace workplace, IDisplay display)
{
    public const string Administrator = "admin@kompass.example";

    public Workplace Workplace { get; } = workplace;

    public IDisplay Display { get; } = display;

    public EmulatorControl Xero { get; } = emulator.Control;

    public Guid TenantId { get; } = emulator.Control.Organisations[0].Id;

    public KompassClients Clients { get; } = (KompassClients)services.GetRequiredService<IClientSource>();

    public KompassInvoices Invoices { get; } = (KompassInvoices)services.GetRequiredService<IInvoiceSource>();

    public KompassCodes Codes { get; } = (KompassCodes)services.GetRequiredService<IKompassCatalogue>();

    public Expectations Expected { get; } = new();

    public IConfigurationManager Configurations { get; } = services.GetRequiredService<IConfigurationManager>();

    public ILedgerConnector Connector { get; } = services.GetRequiredService<ILedgerConnector>();

    public ILedgerLookup Ledger { get; } = services.GetRequiredService<ILedgerLookup>();

    public IReconciler Reconciler { get; } = services.GetRequiredService<IReconciler>();

    public ISyncOrchestrator Sync { get; } = services.GetRequiredService<ISyncOrchestrator>();

    public SyncConfiguration Configuration { get; set; } = null!;

    public BooksSnapshot Before { get; set; } = null!;

    public int MatchedHigh { get; set; }

    public int Linked { get; set; }

    public int Comparisons { get; set; }

    public int Plans { get; set; }

    public int SecondSyncWrites { get; set; }

    public IReadOnlyList<Hold> Holds { get; set; } = [];

    public ClientId RenamedClient { get; set; }

    public InvoiceId VoidedInvoice { get; set; }

    /// <summary>What is not as it must be; the job fails when there is anything.</summary>
    public List<string> Deviations { get; } = [];

    public BooksSnapshot Books() => Xero.Books(TenantId);

    public int Writes() => Xero.Calls.Count(call => call.IsAccounting && call.Method != "GET");

    public void Expect(bool condition, string deviation)
    {
        if (!condition)
        {
            Deviations.Add(deviation);
        }
    }
}
