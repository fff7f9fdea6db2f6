namespace Kompass.Accounting.Tests;

public sealed class StoredDocumentCheckTests
{
    private static readonly DocumentContent Sent = new()
    {
        Kind = DocumentKind.Invoice,
        Number = "INV-1",
        ContactId = Build.ContactId("1"),
        Date = new(2026, 10, 15),
        DueDate = new(2026, 11, 14),
        Currency = new("GBP"),
        LineAmountTypes = LineAmountTypes.Exclusive,
        Status = DocumentStatus.Approved,
        Lines = [new() { Quantity = 3, UnitAmount = 1.2345m, AccountId = "a200", AccountCode = "200", TaxType = "OUTPUT2" }],
    };

    private static readonly DocumentTotals Expected = new(3.70m, 0.74m);

    private static readonly RemoteDocument Stored = new()
    {
        Id = new("00000000-0000-4000-8000-000000000001"),
        Kind = DocumentKind.Invoice,
        Number = "INV-1",
        ContactId = Build.ContactId("1"),
        Date = new(2026, 10, 15),
        Currency = new CurrencyCode("GBP"),
        Status = DocumentStatus.Approved,
        Net = 3.70m,
        Vat = 0.74m,
        Gross = 4.44m,
        UpdatedAt = Build.Now,
        Lines = [new() { LineAmount = 3.70m, AccountId = "a200", AccountCode = "200", TaxType = "OUTPUT2" }],
    };

    public static TheoryData<string> Changed => [.. Changes.Keys];

    private static Dictionary<string, Func<RemoteDocument, RemoteDocument>> Changes { get; } = new()
    {
        ["net"] = document => document with { Net = 3.71m },
        ["VAT"] = document => document with { Vat = 0.75m },
        ["gross"] = document => document with { Gross = 4.45m },
        ["number"] = document => document with { Number = "INV-2" },
        ["contact"] = document => document with { ContactId = Build.ContactId("2") },
        ["currency"] = document => document with { Currency = new CurrencyCode("EUR") },
        ["date"] = document => document with { Date = new(2026, 10, 16) },
        ["status"] = document => document with { Status = DocumentStatus.Draft },
        ["line 1 amount"] = Line(line => line with { LineAmount = 3.71m }),
        ["line 1 account"] = Line(line => line with { AccountCode = "201" }),
        ["line 1 tax rate"] = Line(line => line with { TaxType = "NONE" }),
        ["0 are stored"] = document => document with { Lines = [] },
    };

    [Fact]
    public void Differences_of_what_was_sent_are_none() => Assert.Empty(StoredDocumentCheck.Differences(Sent, Expected, Stored));

    [Theory]
    [MemberData(nameof(Changed))]
    public void Differences_name_each_field(string field) =>
        Assert.Contains(field, Assert.Single(StoredDocumentCheck.Differences(Sent, Expected, Changes[field](Stored))), StringComparison.Ordinal);

    [Fact]
    public void Differences_of_an_account_without_a_code_go_by_its_id()
    {
        var sent = Sent with { Lines = [Sent.Lines[0] with { AccountCode = null }] };

        Assert.Empty(StoredDocumentCheck.Differences(sent, Expected, Line(line => line with { AccountCode = null })(Stored)));
        Assert.Single(StoredDocumentCheck.Differences(sent, Expected, Line(line => line with { AccountCode = null, AccountId = "a201" })(Stored)));
    }

    [Fact]
    public void Differences_of_a_journal_are_those_of_date_status_and_lines()
    {
        var sent = new DocumentContent
        {
            Kind = DocumentKind.Journal,
            Date = Sent.Date,
            Currency = new("GBP"),
            LineAmountTypes = LineAmountTypes.NoTax,
            Status = DocumentStatus.Approved,
            Lines = [new() { UnitAmount = -10, AccountId = "a200", AccountCode = "200" }, new() { UnitAmount = 10, AccountId = "a835", AccountCode = "835" }],
        };
        var stored = new RemoteDocument
        {
            Id = Stored.Id,
            Kind = DocumentKind.Journal,
            Date = Sent.Date,
            Status = DocumentStatus.Approved,
            Net = 0,
            Vat = 0,
            Gross = 0,
            UpdatedAt = Build.Now,
            Lines = [new() { LineAmount = -10, AccountCode = "200", TaxType = "NONE" }, new() { LineAmount = 10, AccountCode = "835", TaxType = "NONE" }],
        };

        Assert.Empty(StoredDocumentCheck.Differences(sent, new(0, 0), stored));
        var backwards = stored with { Lines = [.. stored.Lines.Select(line => line with { LineAmount = -line.LineAmount })] };
        Assert.Equal(2, StoredDocumentCheck.Differences(sent, new(0, 0), backwards).Count);
    }

    private static Func<RemoteDocument, RemoteDocument> Line(Func<RemoteDocumentLine, RemoteDocumentLine> change) =>
        document => document with { Lines = [.. document.Lines.Select(change)] };
}
