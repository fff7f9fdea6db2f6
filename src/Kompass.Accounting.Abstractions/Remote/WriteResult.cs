namespace Kompass.Accounting;

/// <summary>What became of one element of a batch.</summary>
/// <param name="Record">What the ledger stored; null when it refused the element.</param>
/// <param name="Refusal">Why it was refused; null when it was stored.</param>
/// <param name="Warnings">What the ledger remarked while storing it, in its own words.</param>
public sealed record WriteResult<TRecord>(TRecord? Record, Refusal? Refusal, IReadOnlyList<string> Warnings)
    where TRecord : class
{
    /// <summary>True when the element was stored.</summary>
    public bool IsStored => Record is not null;
}
