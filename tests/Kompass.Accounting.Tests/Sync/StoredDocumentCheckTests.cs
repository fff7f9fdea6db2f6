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
        Lines = [new() { Quantity = 3, UnitAmount = 1.2345m, AccountId = "a200", AccountCode = "200", TaxType = "OUTPUT2", TaxAmount = 0.74m, ItemCode = "CONS" }],
    };

    private static readonly DocumentTotals Expected = new(3.70m, 0.74m);

    private static readonly RemoteDocument Stored = new()
    {
        Id = new("00000000-0000-4000-8000-000000000001"),
        Kind = DocumentKind.Invoice,
        Number = "INV-1",
        ContactId = Build.ContactId("1"),
        Date = new(2026, 10, 15),
        DueDate = new(2026, 11, 14),
        Currency = new CurrencyCode("GBP"),
        Status = DocumentStatus.Approved,
        Net = 3.70m,
        Vat = 0.74m,
        Gross = 4.44m,
        UpdatedAt = Build.Now,
        Lines = [new() { Id = "l1", Quantity = 3, UnitAmount = 1.2345m, TaxAmount = 0.74m, LineAmount = 3.70m, AccountId = "a200", AccountCode = "200", TaxType = "OUTPUT2", ItemCode = "CONS" }],
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
        ["line 1 quantity 3 was sent, 2 is stored"] = Line(line => line with { Quantity = 2 }),
        ["line 1 price 1.2345 was sent, 1.23 is stored"] = Line(line => line with { UnitAmount = 1.23m }),
        ["line 1 item CONS was sent, (none) is stored"] = Line(line => line with { ItemCode = null }),
        ["line 1 tax 0.74 was sent, 0.75 is stored"] = Line(line => line with { TaxAmount = 0.75m }),
        ["due date"] = document => document with { DueDate = new(2026, 11, 15) },
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
    public void Differences_of_what_was_not_sent_are_none()
    {
        var sent = Sent with { Lines = [Sent.Lines[0] with { TaxAmount = null, ItemCode = null }] };

        Assert.Empty(StoredDocumentCheck.Differences(sent, Expected, Stored));
    }

    [Fact]
    public void Differences_after_a_change_name_tracking_that_was_lost()
    {
        var before = Line(line => line with { Tracking = ["Region: North"] })(Stored);

        Assert.Empty(StoredDocumentCheck.Differences(Sent, Expected, before, before));
        Assert.Contains(
            "line 1 was tracked as Region: North and is now tracked as (none)",
            Assert.Single(StoredDocumentCheck.Differences(Sent, Expected, Stored, before)),
            StringComparison.Ordinal);
    }

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
