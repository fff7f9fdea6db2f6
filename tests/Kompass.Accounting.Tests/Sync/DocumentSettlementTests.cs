namespace Kompass.Accounting.Tests;

/// <summary>What is read decides whether an operation whose answer was lost took effect: only what is beyond doubt counts.</summary>
public sealed class DocumentSettlementTests
{
    private static readonly DateTimeOffset Since = Build.Now.AddMinutes(-5);

    private static readonly DocumentContent Content = new()
    {
        Kind = DocumentKind.Invoice,
        Number = "INV-1",
        ContactId = Build.ContactId("1"),
        Date = new(2026, 10, 15),
        DueDate = new(2026, 11, 14),
        Currency = new("GBP"),
        LineAmountTypes = LineAmountTypes.Exclusive,
        Status = DocumentStatus.Approved,
        Lines = [new() { Description = "Work", UnitAmount = 100, AccountId = "a200", AccountCode = "200", TaxType = "OUTPUT2" }],
    };

    private static readonly RemoteDocument Found = new()
    {
        Id = new("00000000-0000-4000-8000-000000000001"),
        Kind = DocumentKind.Invoice,
        Number = "inv-1",
        ContactId = Build.ContactId("1"),
        Date = new(2026, 10, 15),
        DueDate = new(2026, 11, 14),
        Currency = new CurrencyCode("GBP"),
        Status = DocumentStatus.Approved,
        Net = 100,
        Vat = 20,
        Gross = 120,
        UpdatedAt = Build.Now,
        Lines = [new() { Description = "Work", LineAmount = 100, AccountId = "a200", AccountCode = "200", TaxType = "OUTPUT2" }],
    };

    private static readonly DocumentLink Link = new()
    {
        RemoteOrganisationId = Build.Connection().OrganisationId,
        InvoiceId = new("1"),
        RemoteDocumentId = Found.Id,
        Kind = DocumentKind.Invoice,
        Number = "INV-1",
        ClientId = new ClientId("C1"),
        Currency = new("GBP"),
        Date = new(2026, 10, 15),
        Gross = 60,
        RecordHash = "1:before",
        RemoteUpdatedAt = Build.Now.AddHours(-1),
        CreatedAt = Build.Now.AddHours(-1),
    };

    public static TheoryData<string> NotOurs => [.. Foreign.Keys];

    public static TheoryData<string> Edited => [.. Edits.Keys];

    private static Dictionary<string, Func<RemoteDocument, RemoteDocument>> Foreign { get; } = new()
    {
        ["another number"] = document => document with { Number = "INV-2" },
        ["another contact"] = document => document with { ContactId = Build.ContactId("2") },
        ["another currency"] = document => document with { Currency = new CurrencyCode("EUR") },
        ["another total"] = document => document with { Gross = 119.99m },
        ["older than the attempt"] = document => document with { UpdatedAt = Since.AddTicks(-1) },
    };

    private static Dictionary<string, Func<RemoteDocument, RemoteDocument>> Edits { get; } = new()
    {
        ["not changed at all"] = document => document with { UpdatedAt = Link.RemoteUpdatedAt },
        ["another date"] = document => document with { Date = new(2026, 10, 16) },
        ["another due date"] = document => document with { DueDate = null },
        ["another amount"] = Line(line => line with { LineAmount = 99 }),
        ["another account"] = Line(line => line with { AccountCode = "201" }),
        ["another tax rate"] = Line(line => line with { TaxType = "NONE" }),
        ["another description"] = Line(line => line with { Description = "Advice" }),
        ["no lines"] = document => document with { Lines = [] },
    };

    [Fact]
    public void Decide_links_a_creation_that_agrees_in_everything()
    {
        var link = Decide(Operation(OperationAction.Create), Found, null);

        Assert.Equal((new("1"), Found.Id, "1:after", 120m, Found.UpdatedAt), (link!.InvoiceId, link.RemoteDocumentId, link.RecordHash, link.Gross, link.RemoteUpdatedAt));
        Assert.Equal(new ClientId("C1"), link.ClientId);
    }

    [Theory]
    [MemberData(nameof(NotOurs))]
    public void Decide_takes_no_document_for_its_own_that_has(string difference) =>
        Assert.Null(Decide(Operation(OperationAction.Create), Foreign[difference](Found), null));

    [Fact]
    public void Decide_creates_no_second_link() => Assert.Null(Decide(Operation(OperationAction.Create), Found, Link));

    [Theory]
    [InlineData("Text [KB:JRN:1:r1]", true)]
    [InlineData("Text [KB:JRN:1:r1] and more", false)]
    [InlineData("Text [KB:JRN:11:r1]", false)]
    [InlineData(null, false)]
    public void Decide_knows_a_journal_by_the_marker_at_its_end(string? narration, bool isOurs)
    {
        var operation = Operation(OperationAction.Create) with { DocumentKind = DocumentKind.Journal, NaturalKey = "[KB:JRN:1:r1]" };
        var journal = Found with { Kind = DocumentKind.Journal, Number = null, ContactId = null, Currency = null, Gross = 0, Narration = narration };

        Assert.Equal(isOurs, Decide(operation, journal, null) is not null);
    }

    [Fact]
    public void Decide_takes_an_update_for_done_when_the_document_says_what_was_sent()
    {
        var link = Decide(Operation(OperationAction.Update), Found, Link);

        Assert.Equal(("1:after", 120m, Found.UpdatedAt), (link!.RecordHash, link.Gross, link.RemoteUpdatedAt));
    }

    [Theory]
    [MemberData(nameof(Edited))]
    public void Decide_takes_no_update_for_done_when_the_document_has(string difference) =>
        Assert.Null(Decide(Operation(OperationAction.Update), Edits[difference](Found), Link));

    [Theory]
    [InlineData(DocumentStatus.Voided, true)]
    [InlineData(DocumentStatus.Deleted, true)]
    [InlineData(DocumentStatus.Approved, false)]
    [InlineData(DocumentStatus.Paid, false)]
    public void Decide_takes_a_void_for_done_by_the_status(DocumentStatus status, bool isDone) =>
        Assert.Equal(isDone ? true : null, Decide(Operation(OperationAction.Void), Found with { Status = status }, Link)?.IsVoided);

    [Theory]
    [InlineData(0, false)]
    [InlineData(30, false)]
    [InlineData(120, true)]
    [InlineData(150, true)]
    public void Decide_takes_an_allocation_for_done_when_as_much_was_used(int used, bool isDone)
    {
        var operation = Operation(OperationAction.Allocate) with { NaturalKey = "9" };

        Assert.Equal(isDone ? new InvoiceId("9") : null, Decide(operation, Found with { AmountCredited = used }, Link)?.AllocatedTo);
    }

    [Theory]
    [InlineData(OperationAction.Update)]
    [InlineData(OperationAction.Void)]
    [InlineData(OperationAction.Allocate)]
    public void Decide_finds_no_effect_on_a_document_that_is_gone(OperationAction action)
    {
        Assert.Null(DocumentSettlement.Decide(Operation(action), [], Link, Since, Build.Now));
        Assert.Null(Decide(Operation(action), Found, null));
    }

    private static DocumentLink? Decide(Operation operation, RemoteDocument found, DocumentLink? link) =>
        DocumentSettlement.Decide(operation, [found], link, Since, Build.Now);

    private static Operation Operation(OperationAction action) => new()
    {
        Id = new(Guid.Empty),
        ConfigurationId = Build.Configuration().Id,
        RemoteOrganisationId = Build.Connection().OrganisationId,
        RunId = new(Guid.Empty),
        Record = RecordKey.Of(new InvoiceId("1")),
        Action = action,
        DocumentKind = DocumentKind.Invoice,
        NaturalKey = "INV-1",
        RecordHash = "1:after",
        AttemptKey = new("key"),
        State = OperationState.Unknown,
        IntendedAt = Build.Now,
        Evidence = new()
        {
            ClientId = new ClientId("C1"),
            ContactId = Build.ContactId("1"),
            Currency = new("GBP"),
            Gross = 120,
            Digest = DocumentDigest.Of(Content),
        },
    };

    private static Func<RemoteDocument, RemoteDocument> Line(Func<RemoteDocumentLine, RemoteDocumentLine> change) =>
        document => document with { Lines = [.. document.Lines.Select(change)] };
}
