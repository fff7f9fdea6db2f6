namespace Kompass.Accounting;

/// <summary>What piled up during a long absence, and waits until a person has looked at it.</summary>
/// <param name="AbsentSince">When the last run before the absence began.</param>
/// <param name="PlannedAt">When the changes were last counted.</param>
/// <param name="Planned">What a run would do.</param>
public sealed record HeldBacklog(DateTimeOffset AbsentSince, DateTimeOffset PlannedAt, SyncCounts Planned)
{
    /// <summary>When a person released it; null while it waits.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who released it; null while it waits.</summary>
    public string? ReleasedBy { get; init; }
}
