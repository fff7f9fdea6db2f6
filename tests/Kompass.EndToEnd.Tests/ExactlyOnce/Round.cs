using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>
/// A small piece of work that needs every kind of writing call once: contacts created and updated; invoices, credit notes and
/// journals created, changed and voided; a credit note used. Rounds differ in their ids and names only.
/// </summary>
internal sealed class Round(int number)
{
    /// <summary>How many writing calls a round takes if nothing fails.</summary>
    public const int Writes = 11;

    private readonly string _tag = FormattableString.Invariant($"R{number:000}");

    /// <summary>What stands before the work of some rounds, sent undisturbed.</summary>
    public static void Prepare(Rig rig, params IEnumerable<Round> rounds)
    {
        foreach (var round in rounds)
        {
            rig.Clients.Save(round.Client("A", "Anchor"), round.Client("B", "Bakery"));
            rig.Invoices.Save(
                round.Document("1", "A", 100),
                round.Document("2", "A", 20),
                round.Document("3", "B", -30) with { DueDate = null },
                round.Document("4", "B", -7) with { DueDate = null },
                round.Journal("5", 11));
        }

        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(20));
        rig.Control.ClearCalls();
        rig.Process.Journal.Forget();
    }

    /// <summary>The work, all of it in Kompass.</summary>
    public void Change(Rig rig)
    {
        rig.Clients.Save(Client("A", "Anchor Renamed"), Client("C", "Cinema"));
        rig.Invoices.Save(
            Document("1", "A", 150),
            Document("2", "A", 20) with { Status = InvoiceStatus.Voided },
            Document("3", "B", -35) with { DueDate = null },
            Document("4", "B", -7) with { DueDate = null, Status = InvoiceStatus.Voided },
            Journal("5", 11) with { Status = InvoiceStatus.Voided },
            Document("6", "C", 200),
            Document("7", "C", -50) with { DueDate = null, AppliesTo = new InvoiceId(_tag + "-6") },
            Journal("8", 13));
    }

    /// <summary>Everything of this round that is in the books, in words that are the same for every round.</summary>
    public IReadOnlyList<string> InBooks(Rig rig)
    {
        var books = rig.Books;
        var names = books.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);
        var numbers = books.Invoices.Concat(books.CreditNotes).ToDictionary(document => document.Id, document => document.Number!);
        return [.. books.Contacts.Select(contact => $"contact {contact.Name} {contact.ContactNumber} {contact.EmailAddress} {contact.Status}")
            .Concat(books.Invoices.Concat(books.CreditNotes).Select(document => $"{Text(document)} for {names[document.ContactId]}"))
            .Concat(books.ManualJournals.Select(Text))
            .Concat(books.Allocations.Select(used => FormattableString.Invariant($"{numbers[used.CreditNoteId]} used for {numbers[used.InvoiceId]}: {used.Amount}")))
            .Where(line => line.Contains(_tag, StringComparison.Ordinal))
            .Select(line => line.Replace(_tag, "R", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static string Text(EmulatedDocument document) => FormattableString.Invariant(
        $"{document.Kind} {document.Number} {document.Status} {document.Date:yyyy-MM-dd} {document.Net} + {document.Vat}, due {document.AmountDue}")
        + string.Concat(document.Lines.Select(line => FormattableString.Invariant($" [{line.AccountCode} {line.TaxType} {line.LineAmount}]")));

    private static string Text(EmulatedJournal journal) => FormattableString.Invariant($"journal {journal.Narration} {journal.Status} {journal.Date:yyyy-MM-dd}")
        + string.Concat(journal.Lines.Select(line => FormattableString.Invariant($" [{line.AccountCode} {line.LineAmount}]")));

    private Client Client(string id, string name) => Make.Client($"{_tag}-{id}", $"{name} {_tag}") with { EmailAddress = $"{name.Replace(' ', '.')}@{id}.example" };

    private Invoice Document(string id, string client, decimal amount) => Make.Invoice($"{_tag}-{id}", $"{_tag}-{client}", Make.Line(amount));

    private Invoice Journal(string id, decimal amount) => Make.Journal($"{_tag}-{id}", amount);
}
