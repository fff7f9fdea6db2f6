namespace Kompass.Accounting.Matching;

/// <summary>Gives each left record at most one right record and the other way round: the most confident pairs first.</summary>
/// <remarks>Where two pairs of one record are equally good, doubt holds: the record is not assigned at all.</remarks>
internal sealed class OneToOne
{
    private const double Equal = 1e-9;

    private readonly Edge?[] _ofLeft;
    private readonly Edge?[] _ofRight;
    private readonly bool[] _heldLeft;

    internal OneToOne(List<Edge>[] rows, int slots, Entry[] left, double least)
    {
        _ofLeft = new Edge?[rows.Length];
        _ofRight = new Edge?[slots];
        _heldLeft = new bool[rows.Length];
        var edges = rows.SelectMany(row => row).Where(e => e.Confidence >= least).ToList();
        edges.Sort((a, b) => Order(a, b, left));
        for (var start = 0; start < edges.Count;)
        {
            var end = start + 1;
            while (end < edges.Count && edges[start].Confidence - edges[end].Confidence <= Equal)
            {
                end++;
            }

            Assign(edges.GetRange(start, end - start));
            start = end;
        }
    }

    internal Edge? Of(int left) => _ofLeft[left];

    internal bool IsTaken(int right) => _ofRight[right] is not null;

    private void Assign(List<Edge> equals)
    {
        var open = equals.FindAll(e => _ofLeft[e.Left] is null && _ofRight[e.Right] is null && !_heldLeft[e.Left]);
        var perLeft = open.CountBy(e => e.Left).ToDictionary();
        var perRight = open.CountBy(e => e.Right).ToDictionary();
        foreach (var edge in open)
        {
            if (perLeft[edge.Left] > 1 || perRight[edge.Right] > 1)
            {
                _heldLeft[edge.Left] = true;
            }
            else
            {
                _ofLeft[edge.Left] = _ofRight[edge.Right] = edge;
            }
        }
    }

    private static int Order(Edge one, Edge other, Entry[] left)
    {
        var order = other.Confidence.CompareTo(one.Confidence);
        order = order != 0 ? order : string.CompareOrdinal(left[one.Left].Key, left[other.Left].Key);
        return order != 0 ? order : string.CompareOrdinal(one.RightKey, other.RightKey);
    }
}
