using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Kills;

/// <summary>Compares Xero's books with Kompass: each record exactly once, to the penny.</summary>
internal sealed class BooksCheck(XeroEmulator xero, Guid tenant, ILoad load, KillReport report)
{
    private BooksSnapshot Books => xero.Control.Books(tenant);

    public void NothingTwice()
    {
        var books = Books;
        Twice("contact", books.Contacts.Select(contact => contact.ContactNumber ?? contact.Name));
        Twice("document", books.Invoices.Concat(books.CreditNotes).Select(document => document.Number ?? document.Id.ToString()));
        Twice("journal", books.ManualJournals.Select(journal => journal.Narration));
    }

    public void Everything(int life)
    {
        var books = Books;
        var contacts = books.Contacts.ToLookup(contact => contact.ContactNumber ?? "");
        foreach (var (client, _) in load.Clients(life))
        {
            report.Records++;
            if (contacts[client.Id.Value].FirstOrDefault()?.Name != client.Name)
            {
                report.Lost++;
                report.Problems.Add($"Client {client.Id} is not '{client.Name}' in the books.");
            }
        }

        var documents = books.Invoices.Concat(books.CreditNotes).ToLookup(document => document.Number ?? "", document => (document.Status, Amount: document.Gross));
        var journals = books.ManualJournals.ToLookup(journal => journal.Narration.Split('[')[^1], journal => (journal.Status, Amount: journal.Debits));
        var expected = 0;
        foreach (var (invoice, _) in load.Documents(life))
        {
            var isJournal = invoice.Kind == InvoiceKind.Journal;
            var found = (isJournal ? journals[$"KB:JRN:{invoice.Id}:r1]"] : documents[invoice.Reference]).ToList();
            expected += found.Count == 0 && invoice.Status == InvoiceStatus.Voided ? 0 : 1;
            Compare(invoice, isJournal, found);
        }

        if (books.Invoices.Count + books.CreditNotes.Count + books.ManualJournals.Count > expected)
        {
            report.Duplicates++;
            report.Problems.Add("There are more documents in the books than Kompass has.");
        }
    }

    private void Compare(Invoice invoice, bool isJournal, List<(string Status, decimal Amount)> found)
    {
        report.Records++;
        var isVoided = invoice.Status == InvoiceStatus.Voided;
        if (found.Count == 0 ? !isVoided : isVoided != found[0].Status is "VOIDED" or "DELETED")
        {
            report.Lost++;
            report.Problems.Add($"{invoice.Reference}, {invoice.Status}, is {(found.Count == 0 ? "absent" : found[0].Status)} in the books.");
            return;
        }

        var amount = isJournal ? invoice.Allocations.Where(line => line.Amount > 0).Sum(line => line.Amount) : Math.Abs(invoice.Net + invoice.Vat);
        if (!isVoided && found[0].Amount != amount)
        {
            report.PennyDifferences++;
            report.Problems.Add(FormattableString.Invariant($"{invoice.Reference} is {found[0].Amount} in the books and {amount} in Kompass."));
        }
    }

    private void Twice(string what, IEnumerable<string> keys)
    {
        foreach (var twice in keys.GroupBy(key => key).Where(group => group.Count() > 1))
        {
            report.Duplicates++;
            report.Problems.Add($"The {what} {twice.Key} is in the books {twice.Count()} times.");
        }
    }
}
