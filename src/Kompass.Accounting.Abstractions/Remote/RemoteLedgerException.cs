namespace Kompass.Accounting;

/// <summary>A call to the ledger failed as a whole. Carries what is needed to decide what happens next, and never a secret.</summary>
public sealed class RemoteLedgerException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What kind of failure it is.</param>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="innerException">The cause, when there is one.</param>
    public RemoteLedgerException(RemoteFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>What kind of failure it is.</summary>
    public RemoteFault Fault { get; }

    /// <summary>When to try again; null when the ledger did not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The id under which the ledger's support finds the call; null when there was no answer.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>True when a write may or may not have taken effect: to be settled by reading, never by trying again.</summary>
    public bool IsOutcomeUnknown => Fault == RemoteFault.OutcomeUnknown;
}
