namespace Kompass.Accounting.Matching;

/// <summary>Drops the words that say nothing and spells the others alike. At least one word stays, if there was one.</summary>
internal static class WordCleaning
{
    internal static List<RawToken> Clean(List<RawToken> tokens)
    {
        var words = new List<RawToken>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1].Text : "";
            if (Phrase(tokens[i].Text, next) is { } phrase)
            {
                words.Add(tokens[i] with { Text = phrase, Original = tokens[i].Original + " " + tokens[i + 1].Original });
                i++;
            }
            else if (!SaysNothing(tokens[i].Text))
            {
                words.Add(tokens[i] with { Text = Abbreviations.Expand(tokens[i].Text, i > 0 ? tokens[i - 1].Text : "", i == tokens.Count - 1) });
            }
        }

        return words.Count > 0 ? words : [.. tokens];
    }

    private static bool SaysNothing(string word) => word is "and" or "the" or "und" or "et" or "en" or "og" or "och" or "mr" or "mrs" or "ms" or "miss" or "messrs";

    private static string? Phrase(string word, string next) => (word, next) switch
    {
        ("united", "kingdom") => "uk",
        ("great", "britain") => "gb",
        ("united", "states") => "usa",
        ("new", "zealand") => "newzealand",
        ("north", "america") => "northamerica",
        _ => null,
    };
}
