namespace Kompass.Accounting.Matching;

/// <summary>Adds up scores per slot. Reused from query to query; not thread-safe.</summary>
internal sealed class SlotScores
{
    private float[] _scores = [];
    private int[] _touched = [];
    private int _count;

    internal float this[int slot] => _scores[slot];

    /// <summary>The slots that have a score, in the order in which they got it.</summary>
    internal ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    internal void Reserve(int slots)
    {
        if (_scores.Length < slots)
        {
            Array.Resize(ref _scores, Math.Max(slots, 2 * _scores.Length));
            Array.Resize(ref _touched, _scores.Length);
        }
    }

    internal void Add(ReadOnlySpan<int> slots, float score)
    {
        foreach (var slot in slots)
        {
            ref var sum = ref _scores[slot];
            if (sum == 0)
            {
                _touched[_count++] = slot;
            }

            sum += score;
        }
    }

    internal void Clear()
    {
        foreach (var slot in Touched)
        {
            _scores[slot] = 0;
        }

        _count = 0;
    }
}
