namespace Kompass.Accounting;

/// <summary>How a run ended, and what waits.</summary>
internal sealed record RunEnding(SyncOutcome Outcome, string? Message, DateTimeOffset? RetryAt)
{
    public static RunEnding Completed { get; } = new(SyncOutcome.Completed, null, null);

    public static RunEnding Interrupted { get; } =
        new(SyncOutcome.Interrupted, "The process was asked to stop. What was being sent is recorded; the next run goes on from there.", null);
}
