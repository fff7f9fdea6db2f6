namespace Kompass.Accounting;

/// <summary>What became of decisions about the rows of a comparison: one row's fault stops that row alone.</summary>
public sealed record ReviewResult
{
    /// <summary>The numbers of the rows that are decided as asked, or were so already.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>New links.</summary>
    public IReadOnlyList<ContactLink> Links { get; init; } = [];

    /// <summary>New or changed decisions to create or ignore.</summary>
    public IReadOnlyList<ContactDecision> Decisions { get; init; } = [];

    /// <summary>The rows about which nothing was changed.</summary>
    public required IReadOnlyList<RowRefusal> Refusals { get; init; }
}
