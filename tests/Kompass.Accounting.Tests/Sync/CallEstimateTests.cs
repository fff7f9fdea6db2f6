namespace Kompass.Accounting.Tests;

public sealed class CallEstimateTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    public void Of_counts_one_call_for_each_started_batch(int contacts, int calls) =>
        Assert.Equal(calls, CallEstimate.Of([.. Enumerable.Range(0, contacts).Select(number => Contact(number))], 50, 50));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    [InlineData(401, 6)]
    [InlineData(5000, 83)]
    [InlineData(5001, 1440)]
    [InlineData(10061, 2881)]
    public void ShortestTime_is_what_the_limits_of_a_minute_and_a_day_allow(int calls, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), CallEstimate.ShortestTime(calls, new()));

    [Fact]
    public void Of_counts_each_kind_by_itself_and_each_allocation()
    {
        PlannedOperation[] operations =
        [
            Contact(1),
            Document(DocumentKind.Invoice),
            Document(DocumentKind.CreditNote),
            Document(DocumentKind.Journal),
            new AllocateCredit(new("1"), new("2"), "CRN-1", 10, new(2026, 10, 15), "1:"),
            new AllocateCredit(new("3"), new("4"), "CRN-2", 10, new(2026, 10, 15), "1:"),
        ];

        Assert.Equal(6, CallEstimate.Of(operations, 50, 50));
    }

    [Fact]
    public void Of_counts_the_read_before_each_change()
    {
        PlannedOperation[] operations =
        [
            new VoidDocument(Link(DocumentKind.Invoice), "INV-1", "1:"),
            new UpdateContact(Build.Link("C1", "1"), Build.Contact("1", "Acme"), new() { Name = "New" }, "1:"),
        ];

        Assert.Equal(4, CallEstimate.Of(operations, 50, 50));
    }

    private static CreateContact Contact(int number) => new(new($"C{number}"), new() { Name = $"Client {number}" }, "1:");

    private static CreateDocument Document(DocumentKind kind) => new(
        Build.Invoice("1", "C1"),
        new()
        {
            Kind = kind,
            Date = new(2026, 10, 15),
            Currency = new("GBP"),
            LineAmountTypes = LineAmountTypes.Exclusive,
            Status = DocumentStatus.Approved,
            Lines = [],
        },
        new(0, 0),
        "1:");

    private static DocumentLink Link(DocumentKind kind) => new()
    {
        RemoteOrganisationId = Build.Connection().OrganisationId,
        InvoiceId = new("1"),
        RemoteDocumentId = new("00000000-0000-4000-8000-000000000001"),
        Kind = kind,
        Currency = new("GBP"),
        Date = new(2026, 10, 15),
        Gross = 1,
        RecordHash = "1:",
        RemoteUpdatedAt = Build.Now,
        CreatedAt = Build.Now,
    };
}
