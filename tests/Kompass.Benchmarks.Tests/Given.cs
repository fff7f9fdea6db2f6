using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks.Tests;

/// <summary>Rows and truths in one line each.</summary>
internal static class Given
{
    /// <summary>A row with candidates in order; the first is assigned if it is marked.</summary>
    internal static MatchRow Row(string left, bool assigned, params (string Right, double Confidence)[] candidates)
    {
        var options = new MatchOptions();
        var list = Array.ConvertAll(candidates, c => new MatchCandidate(c.Right, c.Confidence, options.BandOf(c.Confidence), ""));
        return new(left, assigned ? list[0] : null, list, "");
    }

    internal static Truth Truth(params (string Left, string Right)[] pairs) => new(pairs.Select(p => new TruthPair(p.Left, p.Right)));

    internal static Answer Answer(double confidence, double right) => new(confidence, right, new MatchOptions().BandOf(confidence));
}
