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

    private readonly Page?[] _pages = new Page?[Grams.Count >> PageBits];

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
                PageOf(gram).Holders[PlaceOf(gram)].Reserve(counts[gram]);
            }
        }
    }

    internal void Add(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            PageOf(gram).Holders[PlaceOf(gram)].Add(slot);
        }

        Count(grams, 1);
    }

    internal void Remove(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            PageOf(gram).Holders[PlaceOf(gram)].Remove(slot);
        }

        Count(grams, -1);
    }

    internal void Count(int[] grams, int change)
    {
        foreach (var gram in grams)
        {
            var (page, place) = (PageOf(gram), PlaceOf(gram));
            page.Frequencies[place] += change;
            page.Weights[place] = 0;
        }
    }

    internal Postings Holders(int gram) => _pages[gram >> PageBits] is { } page ? page.Holders[PlaceOf(gram)] : default;

    internal float WeightOf(int gram)
    {
        if (_pages[gram >> PageBits] is not { } page)
        {
            return WeightOfOne;
        }

        var place = PlaceOf(gram);
        if (page.Weights[place] == 0)
        {
            page.Weights[place] = (float)Token.WeightOf(Math.Max(1, page.Frequencies[place]));
        }

        return page.Weights[place];
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

    private Page PageOf(int gram) => _pages[gram >> PageBits] ??= new();

    private static int PlaceOf(int gram) => gram & (PageSize - 1);

    /// <summary>A weight of 0 is not known yet.</summary>
    private sealed class Page
    {
        public Postings[] Holders { get; } = new Postings[PageSize];

        public int[] Frequencies { get; } = new int[PageSize];

        public float[] Weights { get; } = new float[PageSize];
    }
}
