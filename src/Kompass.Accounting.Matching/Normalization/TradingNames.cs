namespace Kompass.Accounting.Matching;

/// <summary>Splits "Smith Ltd t/a The Corner Shop" into its names.</summary>
internal static class TradingNames
{
    private static readonly string[][] Markers =
    [
        ["also", "known", "as"], ["formerly", "known", "as"], ["previously", "known", "as"], ["now", "known", "as"], ["doing", "business", "as"],
        ["trading", "as"], ["formerly", "trading", "as"], ["trades", "as"], ["traded", "as"], ["trading", "under", "the", "name"], ["trading", "under"], ["trading", "name"], ["operating", "as"], ["formerly"], ["previously"], ["dba"], ["aka"], ["fka"], ["handelend", "onder"],
    ];

    /// <summary>The names, the legal one first. A single list if nothing marks a second name.</summary>
    internal static List<List<RawToken>> Split(List<RawToken> tokens)
    {
        if (!tokens.Exists(MayBegin))
        {
            return [tokens];
        }

        var names = new List<List<RawToken>>();
        var current = new List<RawToken>();
        for (var i = 0; i < tokens.Count;)
        {
            var length = MarkerLength(tokens, i);
            if (length > 0 && current.Count > 0 && i + length < tokens.Count)
            {
                names.Add(current);
                current = [];
                i += length;
            }
            else
            {
                current.Add(tokens[i]);
                i++;
            }
        }

        names.Add(current);
        return names;
    }

    private static bool MayBegin(RawToken token) => token.Text is
        "ta" or "also" or "formerly" or "previously" or "now" or "doing" or "trading" or "trades" or "traded" or "t" or "operating" or "dba" or "aka" or "fka" or "handelend";

    private static int MarkerLength(List<RawToken> tokens, int start)
    {
        // "t/a" and "T.A." are joined letters by now; a plain "ta" is a word, unless a legal form stands before it.
        if (tokens[start] is { Text: "ta" } marked && (marked.Merged || (start > 0 && tokens[start - 1].Text is "ltd" or "limited" or "llp" or "plc" or "inc" or "llc")))
        {
            return 1;
        }

        // "T/As"
        if (tokens[start].Text is "t" && start + 1 < tokens.Count && tokens[start + 1] is { Text: "as", Before: '/' })
        {
            return 2;
        }

        foreach (var marker in Markers)
        {
            if (start + marker.Length <= tokens.Count && IsAt(tokens, start, marker))
            {
                return marker.Length;
            }
        }

        return 0;
    }

    private static bool IsAt(List<RawToken> tokens, int start, string[] marker)
    {
        for (var i = 0; i < marker.Length; i++)
        {
            if (tokens[start + i].Text != marker[i])
            {
                return false;
            }
        }

        return true;
    }
}
