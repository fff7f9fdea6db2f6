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
            _ranked.Add((adjust(_scores[slot], slot), slot));
            _scores[slot] = 0;
        }

        _touched.Clear();
        _ranked.Sort((a, b) => b.Score.CompareTo(a.Score) is var order && order != 0 ? order : string.CompareOrdinal(keyOf(a.Slot), keyOf(b.Slot)));
        foreach (var (_, slot) in _ranked.Take(maximum))
        {
            into.Add(slot);
        }
    }
}
