namespace Kompass.Accounting.Matching;

/// <summary>Gives each left record at most one right record and the other way round: the most confident pairs first.</summary>
/// <remarks>Where two pairs of one record are equally good, doubt holds: the left record is not assigned at all.</remarks>
internal sealed class OneToOne
{
    /// <summary>Confidences that are closer than this count as equal.</summary>
    internal const double Equal = 1e-9;

    private const int Nobody = -1;
    private const int Held = -2;

    private readonly int[] _ofLeft;
    private readonly bool[] _isTaken;
    private readonly int[] _timesLeft;
    private readonly int[] _timesRight;

    internal OneToOne(Edge[][] rows, int slots, double low, double least)
    {
        _ofLeft = new int[rows.Length];
        _timesLeft = new int[rows.Length];
        _isTaken = new bool[slots];
        _timesRight = new int[slots];
        Array.Fill(_ofLeft, Nobody);
        var pairs = Sorted(rows, low, least);
        for (var start = 0; start < pairs.Length;)
        {
            var end = start + 1;
            while (end < pairs.Length && pairs[start].Confidence - pairs[end].Confidence <= Equal)
            {
                end++;
            }

            Assign(pairs.AsSpan(start, end - start));
            start = end;
        }
    }

    /// <summary>The slot that a left record is assigned, or a negative number.</summary>
    internal int Of(int left) => _ofLeft[left];

    internal bool IsTaken(int right) => _isTaken[right];

    private static Pair[] Sorted(Edge[][] rows, double low, double least)
    {
        var pairs = new List<Pair>(rows.Length);
        for (var left = 0; left < rows.Length; left++)
        {
            foreach (var edge in rows[left])
            {
                if (edge.Confidence < least)
                {
                    break;
                }

                // A guess below the lowest band is one only where no rule speaks against it.
                if (edge.Confidence >= low || edge.Score.Ceiling > MatchBand.Low)
                {
                    pairs.Add(new(edge.Confidence, left, edge.Right));
                }
            }
        }

        var sorted = pairs.ToArray();
        Array.Sort(sorted, static (one, other) =>
        {
            var order = other.Confidence.CompareTo(one.Confidence);
            order = order != 0 ? order : one.Left.CompareTo(other.Left);
            return order != 0 ? order : one.Right.CompareTo(other.Right);
        });
        return sorted;
    }

    private void Assign(ReadOnlySpan<Pair> equals)
    {
        foreach (var pair in equals)
        {
            if (IsOpen(pair))
            {
                _timesLeft[pair.Left]++;
                _timesRight[pair.Right]++;
            }
        }

        // What is taken or held while this run is settled had its times counted while it was open.
        foreach (var pair in equals)
        {
            if (_timesLeft[pair.Left] == 1 && _timesRight[pair.Right] == 1)
            {
                _ofLeft[pair.Left] = pair.Right;
                _isTaken[pair.Right] = true;
            }
            else if (_timesLeft[pair.Left] > 0 && _timesRight[pair.Right] > 0 && IsOpen(pair))
            {
                _ofLeft[pair.Left] = Held;
            }
        }

        foreach (var pair in equals)
        {
            _timesLeft[pair.Left] = _timesRight[pair.Right] = 0;
        }
    }

    private bool IsOpen(in Pair pair) => _ofLeft[pair.Left] == Nobody && !_isTaken[pair.Right];

    private readonly record struct Pair(double Confidence, int Left, int Right);
}
