namespace Kompass.Accounting.Matching;

/// <summary>An address line as house number and the words of the street.</summary>
internal sealed record Street(string House, string[] Words)
{
    private const string Ordinary =
        " street st road rd avenue ave av lane ln drive dr court ct place pl square sq terrace close crescent way boulevard blvd highway parade pde unit suite " +
        "floor flat level house building the and of north south east west n s e w po box strasse str rue via calle ";

    private const int ShortestStem = 3;

    private static readonly string[] StreetEndings = ["strasse", "straat", "str"];

    /// <summary>House number and first telling word: "7500 S. Pulaski" is "7500 pulaski".</summary>
    internal string? Key => House.Length > 0 && Words.Length > 0 ? House + " " + Words[0] : null;

    internal static Street? Read(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        var tokens = Tokenizer.Split(TextFolding.Fold(line), new());
        var house = tokens.FirstOrDefault(t => char.IsDigit(t.Text[0])).Text ?? "";
        var words = tokens.Select(t => Stem(t.Text)).Where(t => t.Length > 1 && t != house && !Ordinary.Contains($" {t} ", StringComparison.Ordinal)).ToArray();
        if (words.Length == 0)
        {
            // "PO Box 12", "1 A St": where no word tells, all of them do.
            words = [.. tokens.Select(t => t.Text).Where(t => t != house)];
        }

        return house.Length == 0 && words.Length == 0 ? null : new(house.TrimStart('0'), words);
    }

    // "Hauptstr." and "Hauptstraße", "Kerkstr." and "Kerkstraat" are one.
    private static string Stem(string word)
    {
        foreach (var ending in StreetEndings)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    internal bool SharesWordWith(Street other) =>
        (Words.Length == 0 && other.Words.Length == 0) || Array.Exists(Words, word => Array.IndexOf(other.Words, word) >= 0);
}
