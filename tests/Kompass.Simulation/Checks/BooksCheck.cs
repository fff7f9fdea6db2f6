using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Simulation;

/// <summary>Compares Xero's books with Kompass: each record there exactly once, and to the penny.</summary>
internal sealed class BooksCheck(SimWorld world, Workload workload, Violations violations)
{
    /// <summary>At any time: nothing is there twice.</summary>
    public void Safety()
    {
        var books = world.Books;
        Twice("contact", books.Contacts.Where(contact => contact.ContactNumber is not null).GroupBy(contact => contact.ContactNumber!));
        Twice("contact", books.Contacts.Where(contact => contact.Status == "ACTIVE").GroupBy(contact => contact.Name.ToUpperInvariant()));
        Twice("document", books.Invoices.Concat(books.CreditNotes).GroupBy(document => document.Number ?? document.Id.ToString()));
        Twice("journal", books.ManualJournals.GroupBy(journal => MarkerOf(journal.Narration)));
    }

    /// <summary>When all is settled: everything is there, with the amounts of Kompass.</summary>
    public void Completeness()
    {
        var books = world.Books;
        foreach (var id in workload.ClientIds)
        {
            var client = world.Clients[new(id)];
            var contact = books.Contacts.FirstOrDefault(contact => contact.ContactNumber == id);
            if (contact is null)
            {
                Say($"client {id} is not in the books", () => violations.Lost++);
            }
            else if (contact.Name != client.Name)
            {
                Say($"client {id} is '{contact.Name}', not '{client.Name}'", () => violations.Lost++);
            }
        }

        foreach (var id in workload.DocumentIds)
        {
            Compare(books, world.Invoices[new(id)]);
        }

        if (books.Invoices.Count + books.CreditNotes.Count + books.ManualJournals.Count > workload.DocumentIds.Count())
        {
            Say("there are more documents than Kompass has", () => violations.Duplicates++);
        }
    }

    private void Compare(BooksSnapshot books, Invoice invoice)
    {
        var isVoided = invoice.Status == InvoiceStatus.Voided;
        var isJournal = invoice.Kind == InvoiceKind.Journal;
        var found = isJournal
            ? books.ManualJournals.Where(journal => MarkerOf(journal.Narration) == $"[KB:JRN:{invoice.Id}:r1]").Select(journal => (journal.Status, Amount: journal.Debits)).ToList()
            : [.. books.Invoices.Concat(books.CreditNotes).Where(document => document.Number == invoice.Reference).Select(document => (document.Status, Amount: document.Gross))];
        if (found.Count == 0)
        {
            if (!isVoided)
            {
                Say($"{invoice.Id} is not in the books", () => violations.Lost++);
            }

            return;
        }

        var (status, amount) = found[0];
        if (isVoided != status is "VOIDED" or "DELETED")
        {
            Say($"{invoice.Id} is {status} and in Kompass {invoice.Status}", () => violations.Lost++);
        }

        var expected = isJournal ? invoice.Allocations.Where(line => line.Amount > 0).Sum(line => line.Amount) : Math.Abs(invoice.Net + invoice.Vat);
        if (!isVoided && amount != expected)
        {
            Say(FormattableString.Invariant($"{invoice.Id} is {amount} in the books and {expected} in Kompass"), () => violations.PennyDifferences++);
        }
    }

    private void Twice<T>(string what, IEnumerable<IGrouping<string, T>> groups)
    {
        foreach (var group in groups.Where(group => group.Count() > 1))
        {
            Say($"{what} {group.Key} is in the books {group.Count()} times", () => violations.Duplicates++);
        }
    }

    private void Say(string message, Action count)
    {
        count();
        violations.Messages.Add(message);
    }

    private static string MarkerOf(string narration) => narration[Math.Max(0, narration.IndexOf("[KB:", StringComparison.Ordinal))..];
}
