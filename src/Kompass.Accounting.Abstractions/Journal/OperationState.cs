namespace Kompass.Accounting;

/// <summary>Where an operation stands.</summary>
public enum OperationState
{
    /// <summary>Committed before the first byte leaves; after a crash it may or may not have been sent.</summary>
    Intended,

    /// <summary>Sent, and nobody knows what became of it: to be settled by reading.</summary>
    Unknown,

    /// <summary>Took effect, and the link is recorded.</summary>
    Succeeded,

    /// <summary>Refused by the ledger, or proved not to have taken effect.</summary>
    Failed,
}
