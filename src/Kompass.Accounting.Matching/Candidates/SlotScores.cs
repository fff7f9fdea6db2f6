namespace Kompass.Accounting.Matching;

/// <summary>Adds up scores per slot and picks the best. Reused from query to query; not thread-safe.</summary>
internal sealed class SlotScores
{
    private readonly List<int> _touched = [];
    private readonly List<(double Score, int Slot)> _ranked = [];
    private double[] _scores = [];

    internal void Add(List<int> slots, double weight)
    {
        foreach (var slot in slots)
        {
            if (slot >= _scores.Length)
            {
                Array.Resize(ref _scores, Math.Max(slot + 1, 2 * _scores.Length));
            }

            if (_scores[slot] == 0)
            {
                _touched.Add(slot);
            }

            _scores[slot] += weight;
        }
    }

    /// <summary>Empties the scores into the slots with the best ones, ties by key.</summary>
    internal void TakeBest(int maximum, Func<double, int, double> adjust, Func<int, string> keyOf, HashSet<int> into)
    {
        _ranked.Clear();
        foreach (var slot in _touched)
        {
            Offer(adjust(_scores[slot], slot), slot, maximum, keyOf);
            _scores[slot] = 0;
        }

        _touched.Clear();
        foreach (var (_, slot) in _ranked)
        {
            into.Add(slot);
        }
    }

    // An insertion into a short sorted list beats sorting thousands of slots of which twenty are wanted.
    private void Offer(double score, int slot, int maximum, Func<int, string> keyOf)
    {
        if (_ranked.Count == maximum && score < _ranked[^1].Score)
        {
            return;
        }

        var position = _ranked.Count;
        while (position > 0 && IsBetter(score, slot, _ranked[position - 1], keyOf))
        {
            position--;
        }

        if (position < maximum)
        {
            if (_ranked.Count == maximum)
            {
                _ranked.RemoveAt(maximum - 1);
            }

            _ranked.Insert(position, (score, slot));
        }
    }

    private static bool IsBetter(double score, int slot, (double Score, int Slot) other, Func<int, string> keyOf) =>
        score > other.Score || (score == other.Score && string.CompareOrdinal(keyOf(slot), keyOf(other.Slot)) < 0);
}
