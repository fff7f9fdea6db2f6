namespace Kompass.Accounting.Matching;

/// <summary>Runs of three letters of the words, each word between edges, packed into 18 bits.</summary>
internal static class Grams
{
    /// <summary>Every gram is less than this.</summary>
    internal const int Count = 1 << 18;

    private const int MostLetters = 1100;

    /// <summary>The distinct grams of the words, ascending.</summary>
    internal static int[] Of(ReadOnlySpan<Token> words)
    {
        Span<int> grams = stackalloc int[MostLetters];
        var count = 0;
        foreach (var word in words)
        {
            var codes = word.Codes.AsSpan(0, word.Length);
            var gram = (int)codes[0];
            for (var i = 1; i <= codes.Length && count < MostLetters; i++)
            {
                gram = ((gram << 6) | (i < codes.Length ? codes[i] : Letters.Edge)) & (Count - 1);
                grams[count++] = gram;
            }
        }

        grams = grams[..count];
        grams.Sort();
        return Distinct(grams);
    }

    private static int[] Distinct(Span<int> sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[count++] = sorted[i];
            }
        }

        return sorted[..count].ToArray();
    }
}
