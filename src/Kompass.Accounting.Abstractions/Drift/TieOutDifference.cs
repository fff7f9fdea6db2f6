namespace Kompass.Accounting;

/// <summary>A record that is not the same on both sides.</summary>
/// <param name="Record">The record.</param>
/// <param name="Number">The number on the paper; null on journals.</param>
/// <param name="Sent">What it came to in Kompass when it was sent; 0 when it was voided there.</param>
/// <param name="Ledger">What it comes to in the ledger; 0 when it is withdrawn there.</param>
/// <param name="Detail">What is different.</param>
public sealed record TieOutDifference(RecordKey Record, string? Number, decimal Sent, decimal Ledger, string Detail);
