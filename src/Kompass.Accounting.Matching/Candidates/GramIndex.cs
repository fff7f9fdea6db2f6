namespace Kompass.Accounting.Matching;

/// <summary>
/// For each 3-gram the places of the right list that have it, and the weight that its rarity on both sides gives it. Kept in pages that
/// are made when they are first written, so that a short list costs little.
/// </summary>
internal sealed class GramIndex
{
    private const int PageBits = 6;
    private const int PageSize = 1 << PageBits;

    private static readonly float WeightOfOne = (float)Token.WeightOf(1);

    private readonly Gram[]?[] _pages = new Gram[]?[Grams.Count >> PageBits];

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
                At(gram).Holders.Reserve(counts[gram]);
            }
        }
    }

    internal void Add(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            At(gram).Holders.Add(slot);
        }

        Count(grams, 1);
    }

    internal void Remove(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            At(gram).Holders.Remove(slot);
        }

        Count(grams, -1);
    }

    internal void Count(int[] grams, int change)
    {
        foreach (var gram in grams)
        {
            ref var counted = ref At(gram);
            counted.Frequency += change;
            counted.Weight = 0;
        }
    }

    internal Postings Holders(int gram) => _pages[gram >> PageBits] is { } page ? page[gram & (PageSize - 1)].Holders : default;

    internal float WeightOf(int gram)
    {
        if (_pages[gram >> PageBits] is not { } page)
        {
            return WeightOfOne;
        }

        ref var weighed = ref page[gram & (PageSize - 1)];
        var weight = weighed.Weight;
        if (weight == 0)
        {
            weight = (float)Token.WeightOf(Math.Max(1, weighed.Frequency));
            weighed.Weight = weight;
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

    private ref Gram At(int gram) => ref (_pages[gram >> PageBits] ??= new Gram[PageSize])[gram & (PageSize - 1)];

    /// <summary>A weight of 0 is not known yet.</summary>
    private struct Gram
    {
        public Postings Holders;
        public int Frequency;
        public float Weight;
    }
}
