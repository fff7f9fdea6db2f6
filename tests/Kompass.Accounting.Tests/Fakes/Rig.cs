using System.Globalization;
using System.Text;
using Kompass.Accounting.Matching;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Accounting.Tests;

/// <summary>The reconciliation and configuration services over faked ports, with one connected configuration.</summary>
internal sealed class Rig
{
    public Rig(INameMatcher? matcher = null)
    {
        Ledger = new(Clock);
        Contacts = new(Ledger);
        Catalogue = new(Ledger);
        Cache = new(Catalogue, Clock);
        var reader = new ContactReader(Contacts, Mirror, Clock);
        var desk = new ReviewDesk(Reports, Mappings, new(Reports, Clock), Clock);
        Review = new ContactReviewer(
            Configurations,
            Mappings,
            desk,
            new(Mappings, Clients, Contacts, Mirror, Build.Provider, Clock),
            Clock,
            NullLogger<ContactReviewer>.Instance);
        var targets = new LinkTargets(Clients, Contacts, Mirror, Build.Provider);
        Checker = new ContactLinkChecker(Configurations, Mappings, targets, new FuzzyNameMatcher(), Build.Provider);
        Reconciler = new Reconciler(
            Configurations,
            Mappings,
            targets,
            new(Mappings, desk, Clients, reader, matcher ?? new FuzzyNameMatcher(), Build.Provider, Entropy, Clock, NullLogger<ContactComparer>.Instance),
            new(Mappings, Reports, Clients, Mirror, reader, Build.Provider, Clock, NullLogger<ReviewImporter>.Instance),
            Build.Provider,
            Clock,
            NullLogger<Reconciler>.Instance);
        Manager = new ConfigurationManager(
            Configurations,
            Mappings,
            new(Mappings, Reports, Mirror, reader, Build.Provider),
            new(Cache, Build.Provider),
            new(Cache),
            new(Catalogue, [Invoices], Mappings, Build.Provider, Clock),
            new(Clients, [Invoices]),
            Entropy,
            Clock,
            NullLogger<ConfigurationManager>.Instance);
        Configuration = Configurations.SaveAsync(Build.Configuration(), CancellationToken.None).GetAwaiter().GetResult();
    }

    public FakeTimeProvider Clock { get; } = new(Build.Now);

    public SequentialEntropy Entropy { get; } = new();

    public FakeLedgerState Ledger { get; }

    public FakeContactStore Contacts { get; }

    public FakeLedgerCatalogue Catalogue { get; }

    public LedgerCatalogueCache Cache { get; }

    public ListClientSource Clients { get; } = new();

    public ListInvoiceSource Invoices { get; } = new();

    public InMemoryConfigurationStore Configurations { get; } = new();

    public InMemoryMappingStore Mappings { get; } = new();

    public InMemoryReconciliationStore Reports { get; } = new();

    public InMemoryContactMirror Mirror { get; } = new();

    public IReconciler Reconciler { get; }

    public IContactReview Review { get; }

    public IContactLinkChecker Checker { get; }

    public IConfigurationManager Manager { get; }

    public SyncConfiguration Configuration { get; }

    public RemoteOrganisationId Organisation => Configuration.Connection!.OrganisationId;

    public Task<ReconciliationReport> CompareAsync(IProgress<SyncProgress>? progress = null) =>
        Reconciler.CompareAsync(Configuration.Id, "ada", progress, CancellationToken.None);

    public async Task<Sheet> ExportAsync(ReconciliationReport report)
    {
        using var stream = new MemoryStream();
        await Reconciler.WriteCsvAsync(report, stream, CancellationToken.None);
        return Sheet.Read(stream.ToArray());
    }

    public Task<ImportResult> ImportAsync(byte[] file, bool dryRun = false) =>
        Reconciler.ImportAsync(Configuration.Id, new MemoryStream(file), new("ada", dryRun), CancellationToken.None);

    public Task<ImportResult> ImportAsync(Sheet sheet, bool dryRun = false) => ImportAsync(sheet.ToBytes(), dryRun);

    public Task<ImportResult> ImportAsync(string text, bool dryRun = false) => ImportAsync(Encoding.UTF8.GetBytes(text), dryRun);

    public Task LinkAsync(params ContactLink[] links) => Mappings.SaveReviewAsync(Organisation, links, [], CancellationToken.None);

    public async Task<IReadOnlyList<string>> LinksAsync() =>
    [
        .. (await Mappings.GetContactLinksAsync(Organisation, CancellationToken.None))
            .Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.ClientId}={link.RemoteContactId}"))
            .Order(StringComparer.Ordinal),
    ];

    public async Task<IReadOnlyList<string>> DecisionsAsync() =>
    [
        .. (await Mappings.GetDecisionsAsync(Organisation, CancellationToken.None))
            .Select(decision => $"{decision.Decision} {decision.ClientId?.Value ?? "-"} {decision.RemoteContactId?.Value ?? "-"}")
            .Order(StringComparer.Ordinal),
    ];
}
