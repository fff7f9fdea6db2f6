namespace Kompass.Accounting.Matching;

/// <summary>Runs of three letters of the words, each word between edges, packed into 18 bits.</summary>
internal static class Grams
{
    /// <summary>Every gram is less than this.</summary>
    internal const int Count = 1 << 18;

    private const int MostLetters = 1100;

    /// <summary>The distinct grams of the words, in the order of the words.</summary>
    internal static int[] Of(ReadOnlySpan<Token> words)
    {
        var letters = 0;
        foreach (var word in words)
        {
            letters += word.Length;
        }

        Span<int> grams = stackalloc int[Math.Min(letters, MostLetters)];
        var count = 0;
        foreach (var word in words)
        {
            var codes = word.Codes.AsSpan(0, word.Length);
            var gram = (int)codes[0];
            for (var i = 1; i <= codes.Length && count < grams.Length; i++)
            {
                gram = ((gram << 6) | (i < codes.Length ? codes[i] : Letters.Edge)) & (Count - 1);
                if (!grams[..count].Contains(gram))
                {
                    grams[count++] = gram;
                }
            }
        }

        return grams[..count].ToArray();
    }
}
