namespace Kompass.Accounting.Matching.Tests;

internal static class Given
{
    public static readonly FuzzyNameMatcher Matcher = new();

    public static MatchRecord[] Left(params string[] names) => [.. names.Select((name, i) => new MatchRecord { Key = $"L{i + 1}", Name = name })];

    public static MatchRecord[] Right(params string[] names) => [.. names.Select((name, i) => new MatchRecord { Key = $"R{i + 1}", Name = name })];

    public static MatchRow Row(string left, params string[] right) => Matcher.Match(Left(left), Right(right)).Rows[0];

    public static MatchRow Row(MatchRecord left, params MatchRecord[] right) => Matcher.Match([left], right).Rows[0];

    public static MatchBand Band(MatchRow row) => row.Candidates.Count == 0 ? MatchBand.None : row.Candidates[0].Band;
}
