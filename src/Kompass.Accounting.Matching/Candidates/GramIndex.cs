namespace Kompass.Accounting.Matching;

/// <summary>For each 3-gram the places of the right list that have it, and the weight that its rarity on both sides gives it.</summary>
internal sealed class GramIndex
{
    private readonly Postings[] _holders = new Postings[Grams.Count];
    private readonly int[] _frequencies = new int[Grams.Count];
    private readonly float[] _weights = new float[Grams.Count];

    internal GramIndex() => Array.Fill(_weights, (float)Token.WeightOf(1));

    /// <summary>Makes room for entries that will be added.</summary>
    internal void Reserve(IReadOnlyList<Entry> entries)
    {
        var counts = new int[Grams.Count];
        foreach (var entry in entries)
        {
            foreach (var gram in entry.Grams)
            {
                counts[gram]++;
            }
        }

        for (var gram = 0; gram < counts.Length; gram++)
        {
            if (counts[gram] > 0)
            {
                _holders[gram].Reserve(counts[gram]);
            }
        }
    }

    internal void Add(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            _holders[gram].Add(slot);
        }

        Count(grams, 1);
    }

    internal void Remove(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            _holders[gram].Remove(slot);
        }

        Count(grams, -1);
    }

    internal void Count(int[] grams, int change)
    {
        foreach (var gram in grams)
        {
            _frequencies[gram] += change;
            _weights[gram] = -1;
        }
    }

    internal ref readonly Postings Holders(int gram) => ref _holders[gram];

    internal float WeightOf(int gram)
    {
        var weight = _weights[gram];
        if (weight < 0)
        {
            weight = (float)Token.WeightOf(Math.Max(1, _frequencies[gram]));
            _weights[gram] = weight;
        }

        return weight;
    }

    /// <summary>Length of the weighted vector of some grams.</summary>
    internal double Norm(int[] grams)
    {
        var sum = 0.0;
        foreach (var gram in grams)
        {
            // As a single, like each part of a vector, so that equal names have a cosine of exactly 1.
            var weight = WeightOf(gram);
            sum += (float)(weight * weight);
        }

        return Math.Sqrt(sum);
    }
}
