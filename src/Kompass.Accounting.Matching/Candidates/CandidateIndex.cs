namespace Kompass.Accounting.Matching;

/// <summary>Finds the few entries worth comparing with a query: by keys, by rare words, by 3-grams. Not thread-safe.</summary>
internal sealed class CandidateIndex(Vocabulary vocabulary, FieldRarity rarity)
{
    // Bounds per query. The rarest features come first, so that what is cut off are the lists of common words.
    private const int WordBudget = 2_000;
    private const int GramBudget = 8_000;
    private const int LongestKeyList = 50;

    private readonly List<Entry?> _entries = [];
    private readonly Stack<int> _free = new();
    private readonly Dictionary<string, int> _slotByKey = new(StringComparer.Ordinal);
    private readonly InvertedList<Token> _words = new();
    private readonly InvertedList<long> _grams = new();
    private readonly InvertedList<FieldKey> _keys = new();
    private readonly SlotScores _scores = new();

    internal Entry this[int slot] => _entries[slot]!;

    internal bool Contains(string key) => _slotByKey.ContainsKey(key);

    internal int Add(Entry entry)
    {
        var slot = _free.TryPop(out var free) ? free : _entries.Count;
        if (slot == _entries.Count)
        {
            _entries.Add(entry);
        }

        _entries[slot] = entry;
        _slotByKey.Add(entry.Key, slot);
        vocabulary.Add(entry.Name.Words);
        rarity.AddRight(entry);
        ForEach(entry.Name.Words, word => _words.Add(word, slot));
        ForEach(entry.Name.Grams, gram => _grams.Add(gram, slot));
        ForEach(entry.Keys(), key => _keys.Add(key, slot));
        return slot;
    }

    internal void Remove(string key)
    {
        if (!_slotByKey.Remove(key, out var slot))
        {
            return;
        }

        var entry = this[slot];
        ForEach(entry.Name.Words, word => _words.Remove(word, slot));
        ForEach(entry.Name.Grams, gram => _grams.Remove(gram, slot));
        ForEach(entry.Keys(), field => _keys.Remove(field, slot));
        vocabulary.Remove(entry.Name.Words);
        rarity.RemoveRight(entry);
        _entries[slot] = null;
        _free.Push(slot);
    }

    /// <summary>Collects the slots worth comparing: up to <paramref name="maximum"/> by words, as many by 3-grams, and those with a common key.</summary>
    internal void Collect(Entry query, int maximum, HashSet<int> into)
    {
        foreach (var key in query.Keys())
        {
            if (_keys.Find(key) is { Count: <= LongestKeyList } slots)
            {
                into.UnionWith(slots);
            }
        }

        Spend(query.Name.Words.Select(word => (_words.Find(word), word.Weight)), WordBudget);
        _scores.TakeBest(maximum, (score, slot) => score - (0.03 * this[slot].Name.Words.Length), KeyOf, into);
        Spend(query.Name.Grams.Select(_grams.Find).Select(slots => (slots, slots is null ? 0 : Token.WeightOf(slots.Count))), GramBudget);
        var size = query.Name.Grams.Length;
        _scores.TakeBest(maximum, (score, slot) => score / (size + this[slot].Name.Grams.Length), KeyOf, into);
    }

    private void Spend(IEnumerable<(List<int>? Slots, double Weight)> features, int budget)
    {
        // OrderBy is stable, so that equals stay in the order of the name and sums are added in one order.
        foreach (var (slots, weight) in features.Where(f => f.Slots is not null).OrderBy(f => f.Slots!.Count))
        {
            if (budget <= 0)
            {
                return;
            }

            _scores.Add(slots!, weight);
            budget -= slots!.Count;
        }
    }

    private string KeyOf(int slot) => this[slot].Key;

    private static void ForEach<T>(IEnumerable<T> items, Action<T> act)
    {
        foreach (var item in items)
        {
            act(item);
        }
    }
}
