namespace Kompass.Accounting;

/// <summary>The totals that a document must have in the ledger, all positive.</summary>
/// <param name="Net">Before VAT.</param>
/// <param name="Vat">VAT.</param>
public sealed record DocumentTotals(decimal Net, decimal Vat)
{
    /// <summary>Including VAT.</summary>
    public decimal Gross => Net + Vat;
}
