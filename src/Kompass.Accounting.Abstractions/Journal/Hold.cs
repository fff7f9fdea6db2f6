namespace Kompass.Accounting;

/// <summary>A record that is held, and why.</summary>
public sealed record Hold
{
    /// <summary>The record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>The cause.</summary>
    public required HoldReason Reason { get; init; }

    /// <summary>What is wrong with this very record.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <summary>The number or name by which people know the record.</summary>
    public required string Title { get; init; }

    /// <summary>The gross amount that waits; null for clients.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Since when it is held.</summary>
    public required DateTimeOffset Since { get; init; }
}
