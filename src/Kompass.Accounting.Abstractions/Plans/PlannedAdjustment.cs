namespace Kompass.Accounting;

/// <summary>What a plan adds to a document so that the ledger arrives at Kompass's totals, as the configuration allows.</summary>
/// <param name="Record">The document.</param>
/// <param name="Title">The number by which people know it.</param>
/// <param name="Policy">A rounding line or stated tax amounts.</param>
/// <param name="Amount">The rounding line's amount, or by how much the VAT departs from that which the ledger computes; of either sign.</param>
/// <param name="Currency">The document's currency.</param>
public sealed record PlannedAdjustment(RecordKey Record, string Title, DifferencePolicy Policy, decimal Amount, CurrencyCode Currency);
