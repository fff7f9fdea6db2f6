namespace Kompass.Accounting.Matching;

/// <summary>Finds the few entries worth comparing with a query: by keys, by rare words, by rare 3-grams. One thread uses one finder.</summary>
/// <remarks>
/// Lists are read from the rarest feature to the commonest and only as far as they can still bring a new entry among the best
/// (the MaxScore rule), or a budget is spent. The long lists of common features are never read: the best so far are looked up instead.
/// </remarks>
/// <param name="index">The entries.</param>
/// <param name="vector">The 3-grams of the query.</param>
/// <param name="isBrief">
/// Whether a query must be answered at once: where a good part of the entries have even its rarest feature, only the first of them are looked at,
/// since nothing tells them apart.
/// </param>
internal sealed class CandidateFinder(CandidateIndex index, GramVector vector, bool isBrief = false)
{
    /// <summary>Candidates by words, and as many by 3-grams.</summary>
    internal const int PerList = 20;

    private const int WordBudget = 1_500;
    private const int GramBudget = 2_000;
    private const int WorthABound = 256;
    private const int LongestKeyList = 50;
    private const int MostBriefly = 2_048;
    private const int GoodPart = 4;

    private readonly SlotScores _scores = new();
    private readonly BestSlots _best = new(index, 2 * PerList);
    private readonly BestSlots _kept = new(index, PerList);
    private readonly List<int> _found = [];
    private readonly Feature[] _features = new Feature[512];
    private int[] _seen = [];
    private int _query;

    /// <summary>How many entries were weighed for the last query, by words and by 3-grams: what the query cost.</summary>
    internal int Weighed { get; private set; }

    /// <summary>The slots worth comparing, each once. Valid until the next call.</summary>
    internal List<int> Find(Entry query)
    {
        Begin();
        foreach (var key in query.NameKeys)
        {
            AddAll(index.WithName(key));
        }

        // The same letters are found already; what resembles them as closely shares words.
        var hasTwin = _found.Exists(slot => index[slot].Reading!.HasSameLetters(query.Reading!));

        foreach (var key in query.Fields.Keys)
        {
            AddAll(index.WithField(key));
        }

        FindByWords(query.Words);
        if (!hasTwin)
        {
            FindByGrams(query.Grams);
        }

        return _found;
    }

    private void Begin()
    {
        _found.Clear();
        Weighed = 0;
        _query++;
        if (_seen.Length < index.Slots)
        {
            Array.Resize(ref _seen, Math.Max(index.Slots, 2 * _seen.Length));
        }

        _scores.Reserve(index.Slots);
    }

    private void FindByWords(Token[] words)
    {
        var count = 0;
        foreach (var word in words)
        {
            if (word.Holders.Count > 0 && count < _features.Length)
            {
                _features[count++] = new(word.Holders, word.Weight * word.Weight);
            }
        }

        Accumulate(count, WordBudget, byWords: true);
        index.Fetch(_best.Slots);
        foreach (var slot in _best.Slots)
        {
            _kept.Offer(slot, Shared(words, index[slot].Words) / index.WordNorm(slot));
        }

        Keep();
    }

    private void FindByGrams(int[] grams)
    {
        var count = 0;
        foreach (var gram in grams)
        {
            var holders = index.Grams.Holders(gram);
            if (holders.Count > 0 && count < _features.Length)
            {
                double weight = index.Grams.WeightOf(gram);
                _features[count++] = new(holders, weight * weight);
            }
        }

        vector.Use(grams);
        Accumulate(count, GramBudget, byWords: false);
        index.Fetch(_best.Slots);
        foreach (var slot in _best.Slots)
        {
            _kept.Offer(slot, vector.CosineWith(index[slot].Grams, index.GramNorm(slot)));
        }

        Keep();
    }

    private void Accumulate(int count, int budget, bool byWords)
    {
        var features = _features.AsSpan(0, count);
        InsertionSort(features);
        var rest = 0.0;
        foreach (var feature in features)
        {
            rest += feature.Square;
        }

        var longest = isBrief ? Math.Max(MostBriefly, index.Slots / GoodPart) : int.MaxValue;
        foreach (var (holders, square) in features)
        {
            var isDear = holders.Count > WorthABound && _scores.Touched.Length > 0;
            if (isDear && (holders.Count > budget || (byWords && CannotEnter(rest))))
            {
                break;
            }

            _scores.Add(holders.Slots[..Math.Min(holders.Count, longest)], (float)square);
            budget -= holders.Count;
            rest -= square;
        }

        Select(byWords);
        Weighed += _scores.Touched.Length;
        _scores.Clear();
    }

    // An entry that has nothing but what is left scores at most the root of it (its own norm is at least as long).
    private bool CannotEnter(double rest)
    {
        Select(byWords: true);
        return _best.IsFull && Math.Sqrt(rest) < _best.Least;
    }

    private void Select(bool byWords)
    {
        _best.Clear();
        foreach (var slot in _scores.Touched)
        {
            double dot = _scores[slot];
            // The norm of an entry is at least the root of what it shares, so that the root bounds its score.
            if (!_best.IsFull || dot >= _best.Least * _best.Least)
            {
                _best.Offer(slot, dot / (byWords ? index.WordNorm(slot) : index.GramNorm(slot)));
            }
        }
    }

    private static double Shared(Token[] one, Token[] other)
    {
        var shared = 0.0;
        foreach (var word in one)
        {
            if (Array.IndexOf(other, word) >= 0)
            {
                shared += word.Weight * word.Weight;
            }
        }

        return shared;
    }

    private static void InsertionSort(Span<Feature> features)
    {
        for (var i = 1; i < features.Length; i++)
        {
            var feature = features[i];
            var position = i;
            for (; position > 0 && features[position - 1].Holders.Count > feature.Holders.Count; position--)
            {
                features[position] = features[position - 1];
            }

            features[position] = feature;
        }
    }

    private void Keep()
    {
        foreach (var slot in _kept.Slots)
        {
            Add(slot);
        }

        _kept.Clear();
    }

    private void AddAll(ReadOnlySpan<int> slots)
    {
        if (slots.Length <= LongestKeyList)
        {
            foreach (var slot in slots)
            {
                Add(slot);
            }
        }
    }

    private void Add(int slot)
    {
        if (_seen[slot] != _query)
        {
            _seen[slot] = _query;
            _found.Add(slot);
        }
    }

    private readonly record struct Feature(Postings Holders, double Square);
}
