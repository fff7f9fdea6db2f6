namespace Kompass.Accounting;

/// <summary>A document as it will be sent, with the totals that the ledger must arrive at.</summary>
/// <param name="Content">What is sent.</param>
/// <param name="Expected">The totals.</param>
/// <param name="Lines">The lines, with what they were derived from.</param>
/// <param name="Adjustment">By how much a rounding line or stated tax amounts change the totals of Kompass's own lines; 0 as a rule.</param>
internal sealed record BuiltDocument(DocumentContent Content, DocumentTotals Expected, IReadOnlyList<BuiltLine> Lines, decimal Adjustment);
