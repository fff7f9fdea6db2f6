namespace Kompass.Accounting.Matching;

/// <summary>The places of a list that have some feature.</summary>
internal struct Postings
{
    private int[]? _slots;
    private int _count;

    internal readonly int Count => _count;

    internal readonly ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    /// <summary>Makes room at once for as many as will be added.</summary>
    internal void Reserve(int count) => Array.Resize(ref _slots, Math.Max(count, _count));

    internal void Add(int slot)
    {
        if (_slots is null || _count == _slots.Length)
        {
            Array.Resize(ref _slots, Math.Max(2, 2 * _count));
        }

        _slots[_count++] = slot;
    }

    internal void Remove(int slot)
    {
        var position = Slots.IndexOf(slot);
        if (position >= 0)
        {
            _slots.AsSpan(position + 1, _count - position - 1).CopyTo(_slots.AsSpan(position));
            _count--;
        }
    }
}
