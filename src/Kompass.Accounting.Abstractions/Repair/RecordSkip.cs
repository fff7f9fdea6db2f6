namespace Kompass.Accounting;

/// <summary>The decision of a person not to send a record. It stands until it is taken back; a record that changes meanwhile is held.</summary>
public sealed record RecordSkip
{
    /// <summary>The <see cref="RecordHash"/> of a record that Kompass does not list any more.</summary>
    public const string Gone = "gone";

    /// <summary>The record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>The number or name by which people know the record.</summary>
    public required string Title { get; init; }

    /// <summary>Hash of the record as it was skipped, or <see cref="Gone"/>.</summary>
    public required string RecordHash { get; init; }

    /// <summary>Who decided it.</summary>
    public required string SkippedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SkippedAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
