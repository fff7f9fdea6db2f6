namespace Kompass.Accounting;

/// <summary>Ends a run early. Everything not yet sent is planned again.</summary>
internal sealed class RunStoppedException(SyncOutcome outcome, string message, DateTimeOffset? retryAt = null) : Exception(message)
{
    public SyncOutcome Outcome { get; } = outcome;

    public DateTimeOffset? RetryAt { get; } = retryAt;
}
