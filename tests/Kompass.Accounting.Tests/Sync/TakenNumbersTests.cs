namespace Kompass.Accounting.Tests;

public sealed class TakenNumbersTests
{
    [Fact]
    public void Holder_ignores_case_and_keeps_kinds_apart()
    {
        var numbers = new TakenNumbers([]);
        numbers.Take(Content(DocumentKind.Invoice, "Inv-1"), "1");
        numbers.Take(Content(DocumentKind.Journal, null), "2");

        Assert.Equal("1", numbers.Holder(Content(DocumentKind.Invoice, "INV-1")));
        Assert.Null(numbers.Holder(Content(DocumentKind.CreditNote, "INV-1")));
        Assert.Null(numbers.Holder(Content(DocumentKind.Journal, null)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Holder_knows_sent_documents_voided_ones_included(bool isVoided)
    {
        var numbers = new TakenNumbers([
            new()
            {
                RemoteOrganisationId = Build.Connection().OrganisationId,
                InvoiceId = new("7"),
                RemoteDocumentId = new("00000000-0000-4000-8000-000000000001"),
                Kind = DocumentKind.Invoice,
                Number = "INV-1",
                Currency = new("GBP"),
                Date = new(2026, 10, 15),
                Gross = 1,
                RecordHash = "1:",
                RemoteUpdatedAt = Build.Now,
                CreatedAt = Build.Now,
                IsVoided = isVoided,
            },
        ]);

        Assert.Equal("7", numbers.Holder(Content(DocumentKind.Invoice, "inv-1")));
    }

    private static DocumentContent Content(DocumentKind kind, string? number) => new()
    {
        Kind = kind,
        Number = number,
        Date = new(2026, 10, 15),
        Currency = new("GBP"),
        LineAmountTypes = LineAmountTypes.Exclusive,
        Status = DocumentStatus.Approved,
        Lines = [],
    };
}
