using Kompass.Xero.Emulator;
using DocumentKind = Kompass.Xero.Emulator.DocumentKind;

namespace Kompass.EndToEnd.Tests;

/// <summary>Each golden document posts exactly what an accountant wrote down beforehand.</summary>
public sealed class GoldenTests(GoldenBooks books) : IClassFixture<GoldenBooks>
{
    public static TheoryData<string, string, string> Documents()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var document in GoldenBooks.Files.SelectMany(GoldenReader.Read))
        {
            data.Add(document.File, document.Id, document.Title);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_is_in_the_books_as_written_down_beforehand(string file, string id, string title)
    {
        var synced = books.Of(file);
        var document = synced.Documents[id];
        Assert.Equal(title, document.Title);

        AssertHeld(synced, document);
        Assert.Equal(document.Skipped, synced.NextPlan.Skipped.SingleOrDefault(record => record.Record.Id == id)?.Reason);
        var remoteId = document.Xero is { Kind: "journal" } ? AssertJournal(synced.Books, document) : AssertDocument(synced, document);
        AssertLedger(synced.Books, document, remoteId);
    }

    [Theory]
    [InlineData("standard", 11)]
    [InlineData("inclusive", 0)]
    [InlineData("draft", 0)]
    [InlineData("submitted", 0)]
    [InlineData("credits", 0)]
    [InlineData("numbered", 0)]
    [InlineData("strict", 0)]
    [InlineData("trades", 12)]
    [InlineData("tills", 1)]
    [InlineData("changes", 12)]
    [InlineData("filed", 7)]
    [InlineData("rounded", 6)]
    [InlineData("stated", 3)]
    [InlineData("stated-inside", 2)]
    public void Books_hold_nothing_but_the_golden_documents(string file, int atLeastHeld)
    {
        var synced = books.Of(file);
        var expected = synced.Documents.Values.Where(document => document.Xero is not null).ToList();

        Assert.Equal(expected.Count(document => document.Xero!.Value.Kind == "invoice"), synced.Books.Invoices.Count);
        Assert.Equal(expected.Count(document => document.Xero!.Value.Kind == "creditnote"), synced.Books.CreditNotes.Count);
        Assert.Equal(expected.Count(document => document.Xero!.Value.Kind == "journal"), synced.Books.ManualJournals.Count);
        Assert.Equal(expected.Count(document => document.Allocated is not null), synced.Books.Allocations.Count);
        Assert.Equal(5, synced.Books.Contacts.Count);
        Assert.Equal(synced.Documents.Values.Count(document => document.Held is not null), synced.Holds.Count);
        Assert.True(synced.Holds.Count >= atLeastHeld);
        Assert.Equal(synced.Books.Ledger.Sum(entry => entry.Debit), synced.Books.Ledger.Sum(entry => entry.Credit));
    }

    [Theory]
    [InlineData("inclusive")]
    [InlineData("draft")]
    [InlineData("submitted")]
    [InlineData("credits")]
    [InlineData("numbered")]
    [InlineData("trades")]
    [InlineData("tills")]
    [InlineData("changes")]
    [InlineData("filed")]
    [InlineData("rounded")]
    [InlineData("stated")]
    [InlineData("stated-inside")]
    public void Next_plan_writes_nothing(string file) => Assert.Empty(books.Of(file).NextPlan.Operations);

    [Theory]
    [InlineData("trades")]
    [InlineData("tills")]
    [InlineData("rounded")]
    [InlineData("stated")]
    [InlineData("stated-inside")]
    public void First_plan_showed_what_the_ledger_holds_by_account_class_month_contact_and_currency(string file)
    {
        var synced = books.Of(file);
        var accounts = synced.Books.Accounts.ToDictionary(account => account.Id, account => account.SystemAccount switch
        {
            "DEBTORS" => "Receivables",
            "GST" => "VAT",
            _ => $"{account.Code} {account.Name}",
        });
        var contacts = synced.Books.Contacts.ToDictionary(contact => contact.Id, contact => contact.Name);

        var held = synced.Books.Ledger
            .GroupBy(entry => (
                Account: accounts[entry.AccountId!.Value],
                Class: entry.ContactId is null ? "" : entry.TaxType,
                Month: new DateOnly(entry.Date.Year, entry.Date.Month, 1),
                Contact: entry.ContactId is { } id ? contacts[id] : "",
                Currency: entry.CurrencyCode))
            .Select(group => (group.Key, group.Sum(entry => entry.Debit), group.Sum(entry => entry.Credit)));
        var shown = synced.FirstPlan.Postings
            .GroupBy(posting => (
                posting.Account, Class: posting.TaxType ?? "", posting.Month, Contact: posting.Contact ?? "", Currency: posting.Currency.Value))
            .Select(group => (group.Key, group.Sum(posting => posting.Debit), group.Sum(posting => posting.Credit)));

        Assert.Equal(Texts(held), Texts(shown));

        static IEnumerable<string> Texts<T>(IEnumerable<(T Key, decimal Debit, decimal Credit)> sums) =>
            sums.Select(sum => FormattableString.Invariant($"{sum.Key} {sum.Debit:0.00} {sum.Credit:0.00}")).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Golden_documents_are_at_least_three_hundred() => Assert.True(Documents().Count >= 300);

    private static void AssertHeld(SyncedBooks synced, GoldenDocument document)
    {
        var hold = synced.Holds.SingleOrDefault(hold => hold.Record.Id == document.Id);
        Assert.True(hold?.Reason == document.Held, $"Expected: {document.Held?.ToString() ?? "not held"}. Actual: {hold?.ToString() ?? "not held"}");
    }

    private static Guid? AssertDocument(SyncedBooks synced, GoldenDocument document)
    {
        var numbers = new[] { document.First.Reference, document.Xero?.Number };
        var found = synced.Books.Invoices.Concat(synced.Books.CreditNotes).Where(stored => numbers.Contains(stored.Number)).ToList();
        if (document.Xero is not { } expected)
        {
            Assert.Empty(found);
            return null;
        }

        var stored = Assert.Single(found);
        Assert.Equal(expected.Kind == "invoice" ? DocumentKind.Invoice : DocumentKind.CreditNote, stored.Kind);
        Assert.Equal(expected.Kind == "invoice" ? "ACCREC" : "ACCRECCREDIT", stored.Type);
        Assert.Equal(expected.Number, stored.Number);
        Assert.Equal(expected.Status, stored.Status);
        Assert.Equal(document.Date, stored.Date);
        Assert.Equal(document.First.Currency.Value, stored.CurrencyCode);
        Assert.Equal(document.First.ClientId!.Value.Value, synced.Books.Contacts.Single(contact => contact.Id == stored.ContactId).ContactNumber);
        Assert.Equal(document.Reference, stored.Reference);
        Assert.True(stored.CreatedByApp);
        if (document.Items is { } items)
        {
            Assert.Equal(items, stored.Lines.Select(line => line.ItemCode ?? "-"));
        }

        var last = document.Held is null && document.Then is { } then ? then : document.First;
        Assert.Equal(stored.Kind == DocumentKind.Invoice ? last.DueDate : null, stored.DueDate);
        Assert.Equal(Math.Abs(last.Net), stored.Net);
        Assert.Equal(Math.Abs(last.Vat), stored.Vat);
        AssertAllocation(synced, document, stored);
        return stored.Id;
    }

    private static void AssertAllocation(SyncedBooks synced, GoldenDocument document, EmulatedDocument stored)
    {
        var allocations = synced.Books.Allocations.Where(allocation => allocation.CreditNoteId == stored.Id).ToList();
        if (document.Allocated is not var (amount, invoice))
        {
            Assert.Empty(allocations);
            return;
        }

        var allocation = Assert.Single(allocations);
        Assert.Equal(amount, allocation.Amount);
        Assert.Equal(synced.Documents[invoice].Xero!.Value.Number, synced.Books.Invoices.Single(found => found.Id == allocation.InvoiceId).Number);
    }

    private static Guid? AssertJournal(BooksSnapshot books, GoldenDocument document)
    {
        var stored = Assert.Single(books.ManualJournals, journal => journal.Narration.EndsWith($"[KB:JRN:{document.Id}:r1]", StringComparison.Ordinal));
        Assert.Equal(document.Xero!.Value.Status, stored.Status);
        Assert.Equal(document.Date, stored.Date);
        Assert.Equal("NoTax", stored.LineAmountTypes);
        Assert.StartsWith(document.Title, stored.Narration, StringComparison.Ordinal);
        return stored.Id;
    }

    private static void AssertLedger(BooksSnapshot books, GoldenDocument document, Guid? remoteId)
    {
        var entries = books.Ledger.Where(entry => entry.DocumentId == remoteId).ToList();
        Assert.All(entries, entry => Assert.Equal(document.Date, entry.Date));
        Assert.All(entries, entry => Assert.Equal(document.First.Currency.Value, entry.CurrencyCode));
        var actual = entries
            .GroupBy(entry => (entry.AccountCode, entry.TaxType))
            .Select(group => new GoldenPosting(group.Key.AccountCode, group.Key.TaxType, group.Sum(entry => entry.Debit), group.Sum(entry => entry.Credit)));
        Assert.Equal(Sorted(document.Postings), Sorted(actual));

        static IEnumerable<string> Sorted(IEnumerable<GoldenPosting> postings) => postings.Select(posting => posting.ToString()).Order(StringComparer.Ordinal);
    }
}
