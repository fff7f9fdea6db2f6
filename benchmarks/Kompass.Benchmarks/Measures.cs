using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>How well a result agrees with the truth. All shares are 0 to 1.</summary>
internal sealed record Measures
{
    public required double RecallAt1 { get; init; }

    public required double CandidateRecall { get; init; }

    public required double OneToOneF1 { get; init; }

    public required double HighPrecision { get; init; }

    public required double HighRecall { get; init; }

    public required double CalibrationError { get; init; }

    public static Measures Of(MatchResult result, IReadOnlyList<(string Left, string Right, bool OneToOne)> truth)
    {
        var pairs = truth.Select(t => (t.Left, t.Right)).ToHashSet();
        var counted = truth.Where(t => t.OneToOne).Select(t => t.Left).ToHashSet(StringComparer.Ordinal);
        var paired = truth.Select(t => t.Left).ToHashSet(StringComparer.Ordinal);
        var withTruth = result.Rows.Where(row => paired.Contains(row.LeftKey)).ToList();
        var high = result.Rows.Where(row => row.Assigned?.Band == MatchBand.High).ToList();
        var rightHigh = high.Count(row => pairs.Contains((row.LeftKey, row.Assigned!.RightKey)));
        return new()
        {
            RecallAt1 = withTruth.Sum(row => TopShare(row, pairs)) / withTruth.Count,
            CandidateRecall = withTruth.Count(row => row.Candidates.Any(c => pairs.Contains((row.LeftKey, c.RightKey)))) / (double)withTruth.Count,
            OneToOneF1 = BestF1(
                Greedy(result.Rows.Where(row => counted.Contains(row.LeftKey) || !paired.Contains(row.LeftKey)))
                    .Select(pair => (pair.Confidence, IsTrue: pairs.Contains((pair.Left, pair.Right)))),
                counted.Count),
            HighPrecision = high.Count == 0 ? 1 : rightHigh / (double)high.Count,
            HighRecall = rightHigh / (double)paired.Count,
            CalibrationError = ExpectedCalibrationError(result, pairs),
        };
    }

    private static List<(double Confidence, string Left, string Right)> Greedy(IEnumerable<MatchRow> rows)
    {
        var left = new HashSet<string>();
        var right = new HashSet<string>();
        return rows.SelectMany(row => row.Candidates.Select(c => (c.Confidence, Left: row.LeftKey, Right: c.RightKey)))
            .OrderByDescending(pair => pair.Confidence)
            .Where(pair => !left.Contains(pair.Left) && !right.Contains(pair.Right) && left.Add(pair.Left) && right.Add(pair.Right))
            .ToList();
    }

    // Ties count fractionally, so that no order of equal candidates can flatter the figure.
    private static double TopShare(MatchRow row, HashSet<(string, string)> pairs)
    {
        var top = row.Candidates.Where(c => row.Candidates[0].Confidence - c.Confidence < 1e-12).ToList();
        return top.Count == 0 ? 0 : top.Count(c => pairs.Contains((row.LeftKey, c.RightKey))) / (double)top.Count;
    }

    private static double BestF1(IEnumerable<(double Confidence, bool IsTrue)> assigned, int positives)
    {
        double best = 0;
        int taken = 0, right = 0;
        foreach (var group in assigned.GroupBy(a => a.Confidence).OrderByDescending(g => g.Key))
        {
            taken += group.Count();
            right += group.Count(a => a.IsTrue);
            best = Math.Max(best, 2.0 * right / (taken + positives));
        }

        return best;
    }

    private static double ExpectedCalibrationError(MatchResult result, HashSet<(string, string)> pairs)
    {
        var tops = result.Rows.Where(row => row.Candidates.Count > 0)
            .Select(row => (row.Candidates[0].Confidence, Share: TopShare(row, pairs))).ToList();
        return tops.GroupBy(t => Math.Min(9, (int)(t.Confidence * 10)))
            .Sum(bin => Math.Abs(bin.Sum(t => t.Confidence) - bin.Sum(t => t.Share))) / tops.Count;
    }
}
