namespace Kompass.Accounting;

/// <summary>One change that a plan would make in the ledger.</summary>
/// <param name="Record">The Kompass record.</param>
/// <param name="Title">The number or name by which people know the record.</param>
/// <param name="RecordHash">Hash of the Kompass record as planned, with its algorithm's version.</param>
public abstract record PlannedOperation(RecordKey Record, string Title, string RecordHash)
{
    /// <summary>What it does.</summary>
    public abstract OperationAction Action { get; }

    /// <summary>When the record was last changed in Kompass; null where its source does not say.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
