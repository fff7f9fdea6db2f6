namespace Kompass.Accounting.Matching;

/// <summary>The places of a list that have some feature.</summary>
internal sealed class Postings
{
    private int[] _slots = [];
    private int _count;

    internal int Count => _count;

    internal ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    internal void Add(int slot)
    {
        if (_count == _slots.Length)
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
