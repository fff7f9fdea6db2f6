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
        ["trades"] = settings => settings,
        ["tills"] = settings => settings with { LineAmountTypes = LineAmountTypes.Inclusive },
        ["changes"] = settings => settings,
        ["filed"] = settings => settings with { VatFiledTo = new(2026, 10, 10), RedateLockedJournals = true },
        ["rounded"] = settings => settings,
        ["stated"] = settings => settings with { Differences = DifferencePolicy.TaxAmounts },
        ["stated-inside"] = settings => settings with { Differences = DifferencePolicy.TaxAmounts, LineAmountTypes = LineAmountTypes.Inclusive },
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
        Prepare(rig, file);
        rig.Clients.Save(Clients.Select(client => Make.Client(client.Id, client.Name)));
        rig.Invoices.Save(documents.Select(document => document.First));
        var plan = rig.Plan();
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));
        rig.Invoices.Save(documents.Select(document => document.Then).OfType<Invoice>());
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));
        return new(rig, documents.ToDictionary(document => document.Id), rig.Books, rig.Holds, plan, rig.Plan());
    }

    private static void Prepare(Rig rig, string file)
    {
        if (file == "filed")
        {
            rig.Control.SetLockDates(rig.Tenant, new(2026, 9, 30), new(2026, 10, 5));
        }
        else if (file == "rounded")
        {
            rig.SaveSettings(configuration => configuration with
            {
                Documents = configuration.Documents with { Differences = DifferencePolicy.RoundingLine, RoundingAccountId = rig.Account("860") },
            });
        }
    }
}
