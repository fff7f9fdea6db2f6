using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>
/// Each document that is to be in Xero is there once, for the right contact, equal to the penny; no other was added, and what people had
/// entered before is as it was.
/// </summary>
internal sealed class DocumentsCheck(JobContext context, BooksSnapshot books, ContactsCheck contacts)
{
    /// <summary>Checks all; answers with the number of duplicates.</summary>
    public int Run(IReadOnlyCollection<ExpectedDocument> expected)
    {
        var duplicates = 0;
        foreach (var document in expected)
        {
            var found = document.IsJournal ? CheckJournal(document) : CheckSale(document);
            duplicates += Math.Max(0, found - 1);
            context.Expect(found == 1, $"Document {document.Invoice.Reference} ({document.Invoice.Id}) is in Xero {found} times.");
        }

        var added = Count(books) - Count(context.Before);
        context.Expect(added == expected.Count, $"{added} documents were added to Xero; {expected.Count} were expected.");
        var allocated = books.Allocations.Count - context.Before.Allocations.Count;
        var allocations = expected.Count(document => document.Invoice.AppliesTo is not null);
        context.Expect(allocated == allocations, $"{allocated} credit notes were allocated; {allocations} were expected.");
        CheckEarlier();
        return duplicates;
    }

    private static int Count(BooksSnapshot books) => books.Invoices.Count + books.CreditNotes.Count + books.ManualJournals.Count;

    private void CheckEarlier()
    {
        foreach (var document in context.Before.Invoices.Except(books.Invoices).Concat(context.Before.CreditNotes.Except(books.CreditNotes)))
        {
            context.Expect(false, $"Document {document.Number}, which people had entered, was changed.");
        }

        foreach (var journal in context.Before.ManualJournals.Except(books.ManualJournals))
        {
            context.Expect(false, $"Journal '{journal.Narration}', which people had entered, was changed.");
        }
    }

    private int CheckSale(ExpectedDocument document)
    {
        var all = document.IsCreditNote ? books.CreditNotes : books.Invoices;
        var found = all.Where(candidate => string.Equals(candidate.Number, document.Invoice.Reference, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var stored in found)
        {
            var isVoided = document.Invoice.Id == context.VoidedInvoice;
            Expect(document, isVoided ? stored.Status == "VOIDED" : stored.Status is "AUTHORISED" or "PAID", $"has the status {stored.Status}");
            Expect(document, stored.Net == document.Net && stored.Vat == document.Vat, $"has net {stored.Net} and VAT {stored.Vat}");
            Expect(document, stored.Date == document.Invoice.Date, $"is dated {stored.Date}");
            Expect(document, stored.ContactId == contacts.ContactOf(document.Invoice.ClientId!.Value), "is for another contact");
            Expect(document, stored.Lines.Count == document.Lines.Count, $"has {stored.Lines.Count} lines");
            foreach (var (line, wanted) in stored.Lines.Zip(document.Lines))
            {
                Expect(document, line.AccountCode == wanted.AccountCode, $"has a line on account {line.AccountCode} instead of {wanted.AccountCode}");
                Expect(document, line.TaxType == wanted.TaxType, $"has a line at {line.TaxType} instead of {wanted.TaxType}");
                var sign = document.IsCreditNote ? -1 : 1;
                Expect(document, line.LineAmount == sign * wanted.Amount && line.TaxAmount == sign * wanted.Tax, $"has a line of {line.LineAmount}");
            }
        }

        return found.Count;
    }

    private int CheckJournal(ExpectedDocument document)
    {
        var found = books.ManualJournals
            .Where(journal => journal.Narration.Contains($"[KB:JRN:{document.Invoice.Id}:", StringComparison.Ordinal))
            .ToList();
        foreach (var stored in found)
        {
            Expect(document, stored.Status == "POSTED", $"has the status {stored.Status}");
            Expect(document, stored.Date == document.Invoice.Date, $"is dated {stored.Date}");
            Expect(
                document,
                stored.Lines.Select(line => (line.AccountCode!, line.LineAmount)).SequenceEqual(document.Lines.Select(line => (line.AccountCode, -line.Amount))),
                "has other lines");
        }

        return found.Count;
    }

    private void Expect(ExpectedDocument document, bool condition, string deviation) =>
        context.Expect(condition, $"Document {document.Invoice.Reference} {deviation}.");
}
