namespace Kompass.Accounting;

/// <summary>How a run ended, and what waits.</summary>
internal sealed record RunEnding(SyncOutcome Outcome, string? Message, DateTimeOffset? RetryAt)
{
    public static RunEnding Completed { get; } = new(SyncOutcome.Completed, null, null);
}
