using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>One answer of the matcher: the top candidate of a row, or the assigned one.</summary>
/// <param name="Confidence">What the matcher said, 0 to 1.</param>
/// <param name="Right">How right it is, 0 to 1: of several candidates that are equally confident, the share that is true.</param>
/// <param name="Band">The band of the confidence.</param>
internal readonly record struct Answer(double Confidence, double Right, MatchBand Band)
{
    /// <summary>The top candidate of a row, or null if the row has none.</summary>
    /// <remarks>Equals count by their share, so that no order among them can flatter the figure.</remarks>
    public static Answer? Top(MatchRow row, Truth truth)
    {
        if (row.Candidates.Count == 0)
        {
            return null;
        }

        var best = row.Candidates.Max(c => c.Confidence);
        var top = row.Candidates.Where(c => c.Confidence.Equals(best)).ToList();
        return new(best, top.Count(c => truth.IsTrue(row.LeftKey, c.RightKey)) / (double)top.Count, top.Max(c => c.Band));
    }

    /// <summary>The candidate that was assigned to a row, or null if none was.</summary>
    public static Answer? Assigned(MatchRow row, Truth truth) =>
        row.Assigned is { } assigned ? new(assigned.Confidence, truth.IsTrue(row.LeftKey, assigned.RightKey) ? 1 : 0, assigned.Band) : null;
}
