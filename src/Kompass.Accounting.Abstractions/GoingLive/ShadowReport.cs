namespace Kompass.Accounting;

/// <summary>What the sync would have written, beside what people entered by hand.</summary>
public sealed record ShadowReport
{
    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>Documents dated from this day on were compared.</summary>
    public required DateOnly From { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The plan that it was made of.</summary>
    public required SyncPlan Plan { get; init; }

    /// <summary>One row for each document of either side: differences first, then what one side lacks, then what is equal.</summary>
    public required IReadOnlyList<ShadowRow> Rows { get; init; }

    /// <summary>How many documents compare in a way.</summary>
    public int Count(ShadowStatus status) => Rows.Count(row => row.Status == status);
}
