using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Simulation;

/// <summary>Compares Xero's books with Kompass: each record there exactly once, and to the penny; what is others' as they left it.</summary>
internal sealed class BooksCheck(SimWorld world, Workload workload, Violations violations)
{
    /// <summary>At any time: nothing is there twice, and nothing of others is changed.</summary>
    public void Safety()
    {
        var books = world.Books;
        Twice("contact", books.Contacts.Where(contact => contact.ContactNumber is not null).GroupBy(contact => contact.ContactNumber!));
        Twice("contact", books.Contacts.Where(contact => contact.Status == "ACTIVE").GroupBy(contact => contact.Name.ToUpperInvariant()));
        Twice("document", books.Invoices.Concat(books.CreditNotes).GroupBy(document => document.Number ?? document.Id.ToString()));
        Twice("journal", books.ManualJournals.GroupBy(journal => MarkerOf(journal.Narration)));
        foreach (var stranger in workload.Strangers.Where(stranger => !books.Contacts.Contains(stranger)))
        {
            Say($"contact '{stranger.Name}', which is not ours, was changed", () => violations.Overwritten++);
        }

        if (workload.Namesake is { } namesake && books.Contacts.Any(contact => contact.ContactNumber == namesake.Value))
        {
            Say($"client {namesake} took a contact of its name", () => violations.Overwritten++);
        }
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
            var invoice = world.Invoices[new(id)];
            if (invoice.Kind == InvoiceKind.Journal)
            {
                CompareJournal(books, invoice);
            }
            else
            {
                CompareDocument(books, invoice);
            }
        }

        if (books.Invoices.Count + books.CreditNotes.Count + books.ManualJournals.Count > workload.DocumentIds.Count())
        {
            Say("there are more documents than Kompass has", () => violations.Duplicates++);
        }
    }

    private void CompareDocument(BooksSnapshot books, Invoice invoice)
    {
        var found = books.Invoices.Concat(books.CreditNotes).FirstOrDefault(document => document.Number == invoice.Reference);
        if (!IsThere(invoice, found?.Status) || invoice.Status == InvoiceStatus.Voided)
        {
            return;
        }

        var (net, vat) = (Math.Abs(invoice.Net), Math.Abs(invoice.Vat));
        if ((found!.Net, found.Vat, found.Gross) != (net, vat, net + vat))
        {
            Say(FormattableString.Invariant($"{invoice.Id} is {found.Net} + {found.Vat} in the books and {net} + {vat} in Kompass"), () => violations.PennyDifferences++);
        }

        var contact = books.Contacts.First(contact => contact.Id == found.ContactId);
        if (found.Date != invoice.Date || contact.ContactNumber != invoice.ClientId?.Value)
        {
            Say(FormattableString.Invariant($"{invoice.Id} is of {found.Date} for {contact.ContactNumber ?? contact.Name}"), () => violations.Lost++);
        }

        if (invoice.AppliesTo is { } target)
        {
            CompareCredit(books, invoice, found, target);
        }
    }

    private void CompareCredit(BooksSnapshot books, Invoice credit, EmulatedDocument found, InvoiceId target)
    {
        var invoice = books.Invoices.First(document => document.Number == world.Invoices[target].Reference);
        var used = books.Allocations.Where(allocation => allocation.CreditNoteId == found.Id && allocation.InvoiceId == invoice.Id).ToList();
        if (used.Count != 1 || used[0].Amount != found.Gross)
        {
            Say($"{credit.Id} is used {used.Count} times for {target}: {string.Join(" + ", used.Select(allocation => allocation.Amount))}", () => violations.PennyDifferences++);
        }
    }

    private void CompareJournal(BooksSnapshot books, Invoice journal)
    {
        var found = books.ManualJournals.FirstOrDefault(other => MarkerOf(other.Narration) == $"[KB:JRN:{journal.Id}:r1]");
        if (!IsThere(journal, found?.Status) || journal.Status == InvoiceStatus.Voided)
        {
            return;
        }

        // Income is a credit, which Xero writes as a negative amount.
        var income = books.Accounts.First(account => account.Code == SimWorld.IncomeAccount).Id;
        var expected = -journal.Allocations.Where(line => line.Amount > 0).Sum(line => line.Amount);
        var booked = found!.Lines.Where(line => line.AccountId == income).Sum(line => line.LineAmount);
        if (booked != expected || found.Lines.Sum(line => line.LineAmount) != 0)
        {
            Say(FormattableString.Invariant($"{journal.Id} moves {booked} in the books and {expected} in Kompass"), () => violations.PennyDifferences++);
        }
    }

    private bool IsThere(Invoice invoice, string? status)
    {
        var isVoided = invoice.Status == InvoiceStatus.Voided;
        if (status is null)
        {
            // What was voided before it was sent is never sent.
            if (!isVoided)
            {
                Say($"{invoice.Id} is not in the books", () => violations.Lost++);
            }

            return false;
        }

        if (isVoided ? status is not ("VOIDED" or "DELETED") : status is not ("AUTHORISED" or "PAID" or "POSTED"))
        {
            Say($"{invoice.Id} is {status} and in Kompass {invoice.Status}", () => violations.Lost++);
        }

        return true;
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
