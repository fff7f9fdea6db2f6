namespace Kompass.Accounting.Matching;

/// <summary>The weighted 3-grams of one name spread out, so that the cosine with many others costs one look per gram. Not thread-safe.</summary>
internal sealed class GramVector(CandidateIndex index)
{
    private readonly float[] _squares = new float[Grams.Count];
    private int[] _grams = [];
    private double _norm;

    /// <summary>Sets the left name.</summary>
    internal void Use(int[] grams)
    {
        if (ReferenceEquals(grams, _grams))
        {
            return;
        }

        Forget();
        _grams = grams;
        var sum = 0.0;
        foreach (var gram in grams)
        {
            var weight = index.Grams.WeightOf(gram);
            _squares[gram] = weight * weight;
            sum += _squares[gram];
        }

        _norm = Math.Sqrt(sum);
    }

    /// <summary>Forgets the left name: weights may have changed.</summary>
    internal void Forget()
    {
        foreach (var gram in _grams)
        {
            _squares[gram] = 0;
        }

        _grams = [];
    }

    /// <summary>The cosine of the left name and another, 0 to 1.</summary>
    internal double CosineWith(int[] grams, double norm)
    {
        var dot = 0.0;
        foreach (var gram in grams)
        {
            dot += _squares[gram];
        }

        return dot == 0 ? 0 : Math.Min(1, dot / (_norm * norm));
    }
}
