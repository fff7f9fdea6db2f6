namespace Kompass.Benchmarks;

/// <summary>Which left record is which right record.</summary>
internal sealed class Truth
{
    // Below this share of reachable pairs a one-to-one figure says more about the set than about the matcher.
    private const double OneToOneEnough = 0.9;

    private readonly HashSet<(string, string)> _pairs;
    private readonly HashSet<string> _lefts;

    /// <param name="pairs">The pairs; a pair that stands twice counts once.</param>
    /// <param name="marked">Whether the set says itself which pairs count for the one-to-one measure.</param>
    public Truth(IEnumerable<TruthPair> pairs, bool marked = false)
    {
        Pairs = [.. pairs.DistinctBy(p => (p.Left, p.Right))];
        _pairs = Pairs.Select(p => (p.Left, p.Right)).ToHashSet();
        _lefts = Pairs.Select(p => p.Left).ToHashSet(StringComparer.Ordinal);
        var counted = Pairs.Where(p => p.OneToOne).ToList();
        var reachable = Math.Min(Distinct(counted, p => p.Left), Distinct(counted, p => p.Right));
        HasOneToOne = counted.Count > 0 && (marked || reachable >= OneToOneEnough * counted.Count);
    }

    /// <summary>Distinct pairs.</summary>
    public IReadOnlyList<TruthPair> Pairs { get; }

    /// <summary>How many left records have a true pair: the most that can be found by one answer for each.</summary>
    public int Lefts => _lefts.Count;

    /// <summary>Whether a one-to-one assignment can be right about this set.</summary>
    public bool HasOneToOne { get; }

    public bool IsTrue(string left, string right) => _pairs.Contains((left, right));

    public bool HasPair(string left) => _lefts.Contains(left);

    /// <summary>The pairs that count for the one-to-one measure, and the left records that have to stay out of it.</summary>
    public (Truth Counted, IReadOnlySet<string> Dropped) OneToOne()
    {
        var counted = new Truth(Pairs.Where(p => p.OneToOne));
        return (counted, _lefts.Where(left => !counted.HasPair(left)).ToHashSet(StringComparer.Ordinal));
    }

    private static int Distinct(List<TruthPair> pairs, Func<TruthPair, string> side) => pairs.Select(side).Distinct(StringComparer.Ordinal).Count();
}
