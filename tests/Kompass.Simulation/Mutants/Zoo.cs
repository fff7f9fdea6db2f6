using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Fault = Kompass.Xero.Emulator.Fault;
using FaultKind = Kompass.Xero.Emulator.FaultKind;

namespace Kompass.Simulation;

/// <summary>Bugs that integrations of this kind have had. Each is caught by some seed, or the simulation proves nothing.</summary>
internal static class Zoo
{
    public static IReadOnlyList<Mutant> All { get; } = [.. OfTheJournal(), .. OfDocuments(), .. OfContacts(), .. OfTheWire(), .. OfCredentials()];

    // Journals have no number of their own that Xero would refuse a second time.
    private static Fault LateJournals { get; } = new(FaultKind.LateArrival)
    {
        Method = "PUT",
        PathPrefix = "/ManualJournals",
        Count = null,
        Probability = 0.5,
        Delay = TimeSpan.FromSeconds(240),
    };

    private static IEnumerable<Mutant> OfTheJournal() =>
    [
        Mutant.OfJournal("intents are not kept before the call", journal => new ForgetfulJournal(journal)),
        Mutant.OfJournal("operations in doubt are never looked at again", journal => new CarelessJournal(journal)),
        Mutant.OfJournal("an unknown outcome is written down as a failure", journal => new AlteringJournal(journal, batch => batch with
        {
            Operations = [.. batch.Operations.Select(operation => operation.State == OperationState.Unknown ? operation with { State = OperationState.Failed } : operation)],
        })),
        Mutant.OfJournal("links of documents are not kept", journal => new AlteringJournal(journal, batch => batch with { DocumentLinks = [] })),
        Mutant.OfJournal("links of contacts are not kept", journal => new AlteringJournal(journal, batch => batch with { ContactLinks = [] })),
        Mutant.OfJournal("holds are never released", journal => new AlteringJournal(journal, batch => batch with { Released = [] })),
        Mutant.OfJournal("every document has the same hash", journal => new AlteringJournal(journal, batch => batch with
        {
            DocumentLinks = [.. batch.DocumentLinks.Select(link => link with { RecordHash = "1:0" })],
        })),
        Mutant.OfJournal("links point to the document before", journal => new AlteringJournal(journal, batch => batch with
        {
            DocumentLinks = [.. batch.DocumentLinks.Zip(batch.DocumentLinks.Skip(1).Append(batch.DocumentLinks.FirstOrDefault()!), (link, next) => link with { RemoteDocumentId = next.RemoteDocumentId })],
        })),
        Mutant.OfJournal("a run goes on although its lease was lost", journal => new StubbornJournal(journal)) with
        {
            Habitat = swarm => swarm with { Nodes = 3, Documents = 6, Changes = 6, HangChance = 0.02, TailSeconds = 600 },
        },
        new("leases are taken over from the living, and writes are not fenced")
        {
            Apply = services => services.Decorate<ISyncJournal>((journal, provider) => new GreedyJournal(journal, provider.GetRequiredService<SimWorld>().GreedyHolder)),
        },
        Mutant.OfSync("what is not there at once is believed absent", options => (options.LongestFlight, options.LongestCall) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))) with
        {
            Habitat = swarm => swarm with { Documents = 8, Faults = [LateJournals] },
        },
    ];

    private static IEnumerable<Mutant> OfDocuments() =>
    [
        Mutant.OfDocuments("a batch without a good answer is sent again as a new one", (store, services) => new BlindlyRetryingDocuments(store, services.GetRequiredService<IEntropy>())),
        Mutant.OfDocuments("looking before creating sees nothing", (store, _) => new BlindDocuments(store)),
        Mutant.OfDocuments("answers are given to the wrong records", (store, _) => new CrossedAnswers(store)),
        Mutant.OfDocuments("the last record of a batch is sent twice", (store, _) => new StutteringDocuments(store)),
        Mutant.OfDocuments("a time-out is taken for a refusal", (store, _) => new HastyDocuments(store)),
        Mutant.OfDocuments("changes are not sent", (store, _) => new IdleDocuments(store, updates: true, voids: false, allocations: false)),
        Mutant.OfDocuments("voids are not sent", (store, _) => new IdleDocuments(store, updates: false, voids: true, allocations: false)),
        Mutant.OfDocuments("credits are not allocated", (store, _) => new IdleDocuments(store, updates: false, voids: false, allocations: true)),
        Mutant.OfDocuments("credits are allocated by half", (store, _) => new HalvingDocuments(store)),
        Altering("a penny is added to each line", line => line with { UnitAmount = line.UnitAmount + 0.01m }),
        Altering("journals are turned round", line => line with { UnitAmount = -line.UnitAmount }, DocumentKind.Journal),
        Altering("VAT is left out", line => line with { TaxType = "NONE" }),
        Mutant.OfDocuments("markers are left out of journals", (store, _) => new AlteringDocuments(store, document => document with { Narration = document.Narration?.Split(" [KB:")[0] })),
        Mutant.OfDocuments("dates are a day early", (store, _) => new AlteringDocuments(store, document => document with { Date = document.Date.AddDays(-1) })),
        Mutant.OfDocuments("documents are left as drafts", (store, _) => new AlteringDocuments(store, document => document with { Status = DocumentStatus.Draft })),
        Mutant.OfDocuments("numbers are left to Xero", (store, _) => new AlteringDocuments(store, document => document with { Number = null })),
    ];

    private static IEnumerable<Mutant> OfContacts() =>
    [
        Mutant.OfContacts("contacts are created without our number", store => new AlteringContacts(store, contact => contact with { ContactNumber = null })),
        Mutant.OfContacts("contacts are not renamed", store => new IdleContacts(store)),
        Mutant.OfContacts("changes go to another contact", store => new MisdirectedContacts(store)),
    ];

    private static IEnumerable<Mutant> OfTheWire() =>
    [
        new("each attempt has a key of its own") { Wire = (network, services) => new AlteringWire(network, request => IdempotencyHeader.Set(request, NewKey(services))) },
        new("keys are left out") { Wire = (network, _) => new AlteringWire(network, request => IdempotencyHeader.Set(request, null)) },
        new("faults of the server are retried, writes included") { Wire = (network, services) => new ResilientWire(network, () => NewKey(services)) },
        new("calls are not counted") { Wire = (network, _) => new ChattyWire(network) },
        new("tokens are logged") { Wire = (network, services) => new LoggingWire(network, services) },
    ];

    private static IEnumerable<Mutant> OfCredentials() =>
    [
        Mutant.OfCredentials("everybody refreshes the tokens", store => new UnlockedCredentials(store)),
        Mutant.OfCredentials("new tokens are used and not kept", store => new UnsavedCredentials(store)),
        Mutant.OfKeys("tokens are stored as they are", keys => new PlainKeys(keys)),
    ];

    private static Mutant Altering(string name, Func<DocumentLine, DocumentLine> alter, DocumentKind? kind = null) =>
        Mutant.OfDocuments(name, (store, _) => new AlteringDocuments(
            store, document => kind is null || document.Kind == kind ? document with { Lines = [.. document.Lines.Select(alter)] } : document));

    private static string NewKey(IServiceProvider services) => services.GetRequiredService<IEntropy>().NewIdempotencyKey().Value;
}
