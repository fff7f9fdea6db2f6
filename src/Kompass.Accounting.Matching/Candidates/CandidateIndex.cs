using System.Runtime.InteropServices;

namespace Kompass.Accounting.Matching;

/// <summary>The right list, searchable by words, 3-grams and keys. Reading from several threads is safe while nobody writes.</summary>
internal sealed class CandidateIndex(Vocabulary vocabulary, FieldRarity rarity)
{
    private readonly Stack<int> _free = new();
    private readonly Dictionary<string, int> _slotByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, Postings> _names = [];
    private readonly Dictionary<FieldKey, Postings> _fields = [];
    private Entry?[] _entries = [];
    private int _count;
    private Norms? _norms;

    internal GramIndex Grams { get; } = new();

    internal Entry this[int slot] => _entries[slot]!;

    /// <summary>One more than the greatest slot in use.</summary>
    internal int Slots => _count;

    internal bool Contains(string key) => _slotByKey.ContainsKey(key);

    internal void Add(Entry entry)
    {
        var slot = _free.TryPop(out var free) ? free : _count++;
        if (slot == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(16, 2 * slot));
        }

        _entries[slot] = entry;
        _slotByKey.Add(entry.Key, slot);
        vocabulary.Add(entry.Words);
        rarity.AddRight(entry);
        foreach (var word in entry.Words)
        {
            word.Holders.Add(slot);
        }

        Grams.Add(entry.Grams, slot);
        foreach (var key in entry.NameKeys)
        {
            AddTo(_names, key, slot);
        }

        foreach (var key in entry.Fields.Keys)
        {
            AddTo(_fields, key, slot);
        }

        _norms = null;
    }

    internal void Remove(string key)
    {
        if (!_slotByKey.Remove(key, out var slot))
        {
            return;
        }

        var entry = this[slot];
        foreach (var word in entry.Words)
        {
            word.Holders.Remove(slot);
        }

        Grams.Remove(entry.Grams, slot);
        foreach (var name in entry.NameKeys)
        {
            RemoveFrom(_names, name, slot);
        }

        foreach (var field in entry.Fields.Keys)
        {
            RemoveFrom(_fields, field, slot);
        }

        vocabulary.Remove(entry.Words);
        rarity.RemoveRight(entry);
        _entries[slot] = null;
        _free.Push(slot);
        _norms = null;
    }

    internal ReadOnlySpan<int> WithName(ulong key) => _names.TryGetValue(key, out var postings) ? postings.Slots : [];

    internal ReadOnlySpan<int> WithField(FieldKey key) => _fields.TryGetValue(key, out var postings) ? postings.Slots : [];

    /// <summary>
    /// Reads a little of many entries at once, so that the processor fetches them side by side. One after the other, each would be waited for.
    /// </summary>
    internal int Fetch(ReadOnlySpan<int> slots)
    {
        var sum = 0;
        foreach (var slot in slots)
        {
            sum += _entries[slot]!.Grams.Length;
        }

        foreach (var slot in slots)
        {
            var entry = _entries[slot]!;
            sum += entry.Codes.Length + entry.Words.Length + (entry.Reading?.Codes.Length ?? 0);
        }

        foreach (var slot in slots)
        {
            var words = _entries[slot]!.Words;
            sum += words.Length > 0 ? words[^1].Length + words[0].Length : 0;
        }

        return sum;
    }

    internal double WordNorm(int slot) => _norms is { } norms ? norms.Words[slot] : NormOf(this[slot].Words);

    internal double GramNorm(int slot) => _norms is { } norms ? norms.Grams[slot] : Grams.Norm(this[slot].Grams);

    /// <summary>Computes the norms of all entries once. They hold until the next change.</summary>
    internal void Freeze()
    {
        var norms = new Norms(new double[Slots], new double[Slots]);
        for (var slot = 0; slot < Slots; slot++)
        {
            if (_entries[slot] is { } entry)
            {
                norms.Words[slot] = NormOf(entry.Words);
                norms.Grams[slot] = Grams.Norm(entry.Grams);
            }
        }

        _norms = norms;
    }

    private static double NormOf(Token[] words)
    {
        var sum = 0.0;
        foreach (var word in words)
        {
            sum += word.Weight * word.Weight;
        }

        return Math.Sqrt(sum);
    }

    private static void AddTo<TKey>(Dictionary<TKey, Postings> lists, TKey key, int slot)
        where TKey : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _).Add(slot);

    private static void RemoveFrom<TKey>(Dictionary<TKey, Postings> lists, TKey key, int slot)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrNullRef(lists, key);
        list.Remove(slot);
        if (list.Count == 0)
        {
            lists.Remove(key);
        }
    }

    private sealed record Norms(double[] Words, double[] Grams);
}
