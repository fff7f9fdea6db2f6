namespace Kompass.Accounting;

/// <summary>A document as it will be sent, with the totals that the ledger must arrive at.</summary>
internal sealed record BuiltDocument(DocumentContent Content, DocumentTotals Expected, IReadOnlyList<BuiltLine> Lines);
