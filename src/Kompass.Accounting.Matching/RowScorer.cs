namespace Kompass.Accounting.Matching;

/// <summary>Finds and scores the candidates of one left record at a time. One thread uses one scorer.</summary>
internal sealed class RowScorer
{
    private readonly int _maximum;
    private readonly CandidateFinder _finder;
    private readonly IPairScorer _scorer;
    private Edge[] _edges = new Edge[256];

    internal RowScorer(Judgement judgement, CandidateIndex index, FieldRarity rarity, int maximum)
    {
        var vector = new GramVector(index);
        _maximum = maximum;
        _finder = new(index, vector);
        _scorer = judgement.CreateScorer(index, rarity, vector);
    }

    /// <summary>The best candidates, best first.</summary>
    internal Edge[] Score(Entry left)
    {
        var slots = _finder.Find(left);
        if (slots.Count > _edges.Length)
        {
            _edges = new Edge[2 * slots.Count];
        }

        for (var i = 0; i < slots.Count; i++)
        {
            _edges[i] = new(slots[i], _scorer.Score(left, slots[i]));
        }

        var found = _edges.AsSpan(0, slots.Count);
        found.Sort(BestFirst);
        return found[..Math.Min(found.Length, _maximum)].ToArray();
    }

    // Slots are in the order of the keys.
    private static readonly Comparison<Edge> BestFirst = static (one, other) =>
        other.Score.LogOdds.CompareTo(one.Score.LogOdds) is var order && order != 0 ? order : one.Right.CompareTo(other.Right);
}
