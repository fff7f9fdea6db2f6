using Kompass.Accounting;

namespace Quickstart;

/// <summary>What a document must look like in Xero, computed from the sample's data alone.</summary>
internal sealed record ExpectedDocument(Invoice Invoice, IReadOnlyList<ExpectedLine> Lines)
{
    public bool IsJournal => Invoice.Net == 0;

    public bool IsCreditNote => Invoice.Net < 0;

    public decimal Net => Math.Abs(Invoice.Net);

    public decimal Vat => Math.Abs(Invoice.Vat);
}

/// <summary>One line: signed amounts, positive for a credit of the account.</summary>
internal sealed record ExpectedLine(string AccountCode, string TaxType, decimal Amount, decimal Tax);
