namespace Kompass.Accounting.Matching;

/// <summary>Reads "SURNAME, First" as "First SURNAME".</summary>
internal static class SwappedPerson
{
    private const int LongestSurname = 3;
    private const int MostFirstNames = 3;

    /// <summary>The words in spoken order, or null if the words are not written as a surname, a comma and first names.</summary>
    internal static List<RawToken>? Read(List<RawToken> tokens)
    {
        var comma = tokens.Count < 2 ? -1 : tokens.FindIndex(1, t => t.Before == ',');
        if (comma is < 1 or > LongestSurname || tokens.Count - comma > MostFirstNames)
        {
            return null;
        }

        var isPlain = tokens.TrueForAll(t => t.Text is not "and" && t.Text.All(c => char.IsLetter(c) || char.IsSurrogate(c)))
            && tokens.FindLastIndex(t => t.Before == ',') == comma;
        return isPlain ? [.. tokens.Skip(comma), .. tokens.Take(comma)] : null;
    }
}
