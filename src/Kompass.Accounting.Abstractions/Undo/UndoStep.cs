namespace Kompass.Accounting;

/// <summary>One change of a run, and how it can be taken back.</summary>
public sealed record UndoStep
{
    /// <summary>The Kompass record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>The number or name by which people know it.</summary>
    public required string Title { get; init; }

    /// <summary>What the run did.</summary>
    public required OperationAction Did { get; init; }

    /// <summary>How it is taken back.</summary>
    public required UndoRemedy Remedy { get; init; }

    /// <summary>Why, and what a person has to do where one has to.</summary>
    public required string Reason { get; init; }

    /// <summary>What would be taken back, positive; null where it is no document.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The document, where it is voided.</summary>
    public DocumentLink? Link { get; init; }
}
