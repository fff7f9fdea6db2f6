namespace Kompass.Accounting.Matching;

/// <summary>The outcome of a comparison of two lists.</summary>
/// <param name="Rows">One row per left record, in the order of the left list.</param>
/// <param name="UnmatchedRightKeys">Keys of the right records that no row was assigned, in the order of the right list.</param>
public sealed record MatchResult(IReadOnlyList<MatchRow> Rows, IReadOnlyList<string> UnmatchedRightKeys);
