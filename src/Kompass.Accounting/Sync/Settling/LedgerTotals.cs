namespace Kompass.Accounting;

/// <summary>What a document comes to, positive: including tax, or for a journal the sum of its debits.</summary>
internal static class LedgerTotals
{
    public static decimal Of(RemoteDocument stored) => stored.Kind == DocumentKind.Journal
        ? stored.Lines.Where(line => line.LineAmount > 0).Sum(line => line.LineAmount)
        : stored.Gross;

    /// <summary>What the record comes to in Kompass: nothing of it is computed by the engine.</summary>
    public static decimal Of(Invoice invoice) => invoice.Kind == InvoiceKind.Journal
        ? invoice.Allocations.Where(line => line.Amount > 0).Sum(line => Money.Round(line.Amount))
        : Math.Abs(invoice.Gross);
}
