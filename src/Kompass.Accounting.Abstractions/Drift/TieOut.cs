namespace Kompass.Accounting;

/// <summary>
/// Both sides of the books after a run: what Kompass's records came to when they were sent, and what the ledger answered or showed since.
/// </summary>
public sealed record TieOut
{
    /// <summary>The most differences that are listed; <see cref="DifferenceCount"/> counts all of them.</summary>
    public const int MostListed = 100;

    /// <summary>Counts and sums for each kind and currency.</summary>
    public required IReadOnlyList<TieOutLine> Lines { get; init; }

    /// <summary>The records that make the difference, the first <see cref="MostListed"/> of them.</summary>
    public IReadOnlyList<TieOutDifference> Differences { get; init; } = [];

    /// <summary>How many records make a difference.</summary>
    public int DifferenceCount { get; init; }

    /// <summary>True when both sides are equal, record by record.</summary>
    public bool IsEqual => DifferenceCount == 0;
}
