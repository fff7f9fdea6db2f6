namespace Kompass.Accounting.Matching;

/// <summary>Makes the rows that the caller sees. One thread uses one report.</summary>
internal sealed class RowReport(IReadOnlyList<Entry> left, CandidateIndex right, FieldRarity rarity, OneToOne assignment, MatchOptions options)
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five"];

    private readonly Reasons _reasons = new(new(rarity, right, new(right)));

    internal MatchRow Of(int row, Edge[] edges)
    {
        var candidates = new CandidateList(left[row], edges, right, _reasons, options);
        var assigned = Array.FindIndex(edges, edge => edge.Right == assignment.Of(row)) is >= 0 and var index ? candidates[index] : null;
        return new(left[row].Key, assigned, candidates, assigned is null or { Band: MatchBand.None } ? WhyNothing(row, edges) : assigned.Reason);
    }

    private string WhyNothing(int row, Edge[] edges)
    {
        if (edges.Length == 0 || edges[0].Score.LogOdds < Math.Log(options.Low / (1 - options.Low)))
        {
            return "no client is similar enough";
        }

        return Equals(edges) > 1 ? Fit(Equals(edges))
            : assignment.IsTaken(edges[0].Right) && assignment.Of(row) != edges[0].Right ? "the client that fits best fits another contact better"
            : edges[0].Confidence < options.Low ? "no client is similar enough"
            : "another contact fits the same client equally";
    }

    private static int Equals(Edge[] edges) => edges.Count(e => edges[0].Confidence - e.Confidence <= OneToOne.Equal);

    private static string Fit(int count) => (count < Numbers.Length ? Numbers[count] : "many") + " clients fit equally";
}
