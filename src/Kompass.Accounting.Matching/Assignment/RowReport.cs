namespace Kompass.Accounting.Matching;

/// <summary>Makes the rows that the caller sees.</summary>
internal sealed class RowReport(Entry[] left, CandidateIndex right, OneToOne assignment, MatchOptions options)
{
    private const double Equal = 1e-9;
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five"];

    internal MatchRow Of(int row, List<Edge> edges)
    {
        var candidates = new MatchCandidate[edges.Count];
        MatchCandidate? assigned = null;
        for (var i = 0; i < candidates.Length; i++)
        {
            var edge = edges[i];
            var reason = Reasons.Of(left[row], right[edge.Right], edge.Score);
            candidates[i] = new(edge.RightKey, edge.Confidence, options.BandOf(edge.Confidence), reason);
            if (ReferenceEquals(edge, assignment.Of(row)))
            {
                assigned = candidates[i];
            }
        }

        return new(left[row].Key, assigned, candidates, assigned?.Reason ?? WhyNothing(edges));
    }

    private string WhyNothing(List<Edge> edges)
    {
        if (edges.Count == 0 || edges[0].Confidence < options.Low)
        {
            return edges.Count > 1 && edges[0].Score.Probability >= options.Medium && Equals(edges) > 1
                ? Fit(Equals(edges))
                : "no client is similar enough";
        }

        return Equals(edges) > 1 ? Fit(Equals(edges))
            : assignment.IsTaken(edges[0].Right) ? "the client that fits best fits another contact better"
            : "another contact fits the same client equally";
    }

    private static int Equals(List<Edge> edges) => edges.Count(e => edges[0].Confidence - e.Confidence <= Equal);

    private static string Fit(int count) => (count < Numbers.Length ? Numbers[count] : "many") + " clients fit equally";
}
