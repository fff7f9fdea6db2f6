namespace Kompass.Accounting;

/// <summary>What a sync did.</summary>
public sealed record SyncResult
{
    /// <summary>The run.</summary>
    public required RunId RunId { get; init; }

    /// <summary>How it ended.</summary>
    public required SyncOutcome Outcome { get; init; }

    /// <summary>What it did.</summary>
    public required SyncCounts Counts { get; init; }

    /// <summary>Every record that is held now.</summary>
    public required IReadOnlyList<Hold> Holds { get; init; }

    /// <summary>What to tell a person about the end; null when there is nothing to tell.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// When to try again: a limit is over then, another run has ended, or calls whose outcome is not known can be settled. Null when nothing waits.
    /// </summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Both sides of the books afterwards; null when the run did not come to its end.</summary>
    public TieOut? TieOut { get; init; }
}
