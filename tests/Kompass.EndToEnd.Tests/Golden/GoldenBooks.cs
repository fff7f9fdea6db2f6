using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Each file of golden documents, synced once: first as the documents are at first, then as they are at last.</summary>
public sealed class GoldenBooks : IDisposable
{
    private static readonly Dictionary<string, Func<DocumentSettings, DocumentSettings>> Settings = new()
    {
        ["standard"] = settings => settings,
        ["inclusive"] = settings => settings with { LineAmountTypes = LineAmountTypes.Inclusive },
        ["draft"] = settings => settings with
        {
            InvoiceStatus = DocumentStatus.Draft,
            CreditNoteStatus = DocumentStatus.Draft,
            JournalStatus = DocumentStatus.Draft,
        },
        ["submitted"] = settings => settings with { InvoiceStatus = DocumentStatus.Submitted, CreditNoteStatus = DocumentStatus.Submitted },
        ["credits"] = settings => settings with { InvoiceStatus = DocumentStatus.Draft },
        ["numbered"] = settings => settings with { NumberTemplate = "{organisation}-{reference}", ReferenceTemplate = "{order} / {id}" },
        ["strict"] = settings => settings with { HoldUnmappedNominals = true },
    };

    private static readonly (string Id, string Name)[] Clients =
        [("C01", "Acme Engineering Ltd"), ("C02", "Birchwood School"), ("C03", "Castle Catering"), ("C04", "Delta Marine GmbH"), ("C05", "Evergreen Gardens")];

    private readonly Dictionary<string, Lazy<SyncedBooks>> _books =
        Files.ToDictionary(file => file, file => new Lazy<SyncedBooks>(() => Sync(file)));

    public static IEnumerable<string> Files => Settings.Keys;

    internal SyncedBooks Of(string file) => _books[file].Value;

    public void Dispose()
    {
        foreach (var books in _books.Values.Where(books => books.IsValueCreated))
        {
            books.Value.Rig.Dispose();
        }
    }

    private static SyncedBooks Sync(string file)
    {
        var documents = GoldenReader.Read(file);
        var rig = new Rig(new()
        {
            Settings = configuration => configuration with
            {
                Documents = Settings[file](configuration.Documents),
                DefaultItemCode = file == "strict" ? "MISC" : null,
            },
        });
        rig.Clients.Save(Clients.Select(client => Make.Client(client.Id, client.Name)));
        rig.Invoices.Save(documents.Select(document => document.First));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));
        rig.Invoices.Save(documents.Select(document => document.Then).OfType<Invoice>());
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));
        return new(rig, documents.ToDictionary(document => document.Id), rig.Books, rig.Holds, rig.Plan());
    }
}
