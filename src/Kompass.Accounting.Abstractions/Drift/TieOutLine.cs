namespace Kompass.Accounting;

/// <summary>Both sides for one kind and currency. Amounts include tax and are positive; those of journals are their debits.</summary>
/// <param name="Kind">The kind of documents.</param>
/// <param name="Currency">Their currency.</param>
/// <param name="SentCount">How many documents Kompass sent and did not void.</param>
/// <param name="SentTotal">What they came to in Kompass.</param>
/// <param name="LedgerCount">How many of them stand in the ledger, second copies included.</param>
/// <param name="LedgerTotal">What they come to there.</param>
public sealed record TieOutLine(DocumentKind Kind, CurrencyCode Currency, int SentCount, decimal SentTotal, int LedgerCount, decimal LedgerTotal);
