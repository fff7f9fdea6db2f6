namespace Kompass.Accounting.Matching;

/// <summary>The slots with the best scores, best first; equals by key. Not thread-safe.</summary>
internal sealed class BestSlots(CandidateIndex index, int maximum)
{
    private readonly int[] _slots = new int[maximum];
    private readonly double[] _scores = new double[maximum];
    private int _count;

    internal ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    internal bool IsFull => _count == maximum;

    /// <summary>The worst score that is kept; only if full.</summary>
    internal double Least => _scores[maximum - 1];

    internal void Clear() => _count = 0;

    internal void Offer(int slot, double score)
    {
        if (_count == maximum)
        {
            if (!IsBetter(score, slot, maximum - 1))
            {
                return;
            }

            _count--;
        }

        var position = _count++;
        for (; position > 0 && IsBetter(score, slot, position - 1); position--)
        {
            _scores[position] = _scores[position - 1];
            _slots[position] = _slots[position - 1];
        }

        _scores[position] = score;
        _slots[position] = slot;
    }

    private bool IsBetter(double score, int slot, int than) =>
        score > _scores[than] || (score == _scores[than] && string.CompareOrdinal(index[slot].Key, index[_slots[than]].Key) < 0);
}
