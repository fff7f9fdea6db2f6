namespace Kompass.Accounting;

/// <summary>What Kompass is told about one of its records.</summary>
public sealed record RecordStatus
{
    /// <summary>The record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>Where it stands.</summary>
    public required RecordState State { get; init; }

    /// <summary>Its id in the ledger; null when it is not there.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Its number in the ledger; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Why it is held; null unless it is.</summary>
    public Hold? Hold { get; init; }
}
