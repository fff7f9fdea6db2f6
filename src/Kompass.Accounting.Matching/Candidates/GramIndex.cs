namespace Kompass.Accounting.Matching;

/// <summary>For each 3-gram the places of the right list that have it, and the weight that its rarity on both sides gives it.</summary>
internal sealed class GramIndex
{
    private readonly Postings?[] _holders = new Postings?[Grams.Count];
    private readonly int[] _frequencies = new int[Grams.Count];
    private readonly float[] _weights = new float[Grams.Count];

    internal GramIndex() => Array.Fill(_weights, (float)Token.WeightOf(1));

    internal void Add(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            (_holders[gram] ??= new()).Add(slot);
        }

        Count(grams, 1);
    }

    internal void Remove(int[] grams, int slot)
    {
        foreach (var gram in grams)
        {
            _holders[gram]!.Remove(slot);
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

    internal Postings? Holders(int gram) => _holders[gram];

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
            var weight = WeightOf(gram);
            sum += weight * weight;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The cosine of the weighted vectors of two names, 0 to 1.</summary>
    internal double Cosine(int[] left, int[] right)
    {
        double dot = 0, ofLeft = 0, ofRight = 0;
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            var (one, other) = (left[i], right[j]);
            if (one == other)
            {
                double square = WeightOf(one);
                square *= square;
                dot += square;
                ofLeft += square;
                ofRight += square;
                i++;
                j++;
            }
            else if (one < other)
            {
                ofLeft += Square(one);
                i++;
            }
            else
            {
                ofRight += Square(other);
                j++;
            }
        }

        for (; i < left.Length; i++)
        {
            ofLeft += Square(left[i]);
        }

        for (; j < right.Length; j++)
        {
            ofRight += Square(right[j]);
        }

        return dot == 0 ? 0 : dot / Math.Sqrt(ofLeft * ofRight);
    }

    private double Square(int gram)
    {
        double weight = WeightOf(gram);
        return weight * weight;
    }
}
