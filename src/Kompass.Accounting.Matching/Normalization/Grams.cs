namespace Kompass.Accounting.Matching;

/// <summary>Runs of three characters of the words, each word between blanks, packed into a number.</summary>
internal static class Grams
{
    internal static long[] Of(Token[] words)
    {
        var grams = new List<long>();
        var seen = new HashSet<long>();
        foreach (var word in words)
        {
            var padded = $" {word.Text} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
            {
                var gram = ((long)padded[i] << 32) | ((long)padded[i + 1] << 16) | padded[i + 2];
                if (seen.Add(gram))
                {
                    grams.Add(gram);
                }
            }
        }

        return [.. grams];
    }
}
