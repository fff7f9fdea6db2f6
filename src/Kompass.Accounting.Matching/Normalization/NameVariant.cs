namespace Kompass.Accounting.Matching;

/// <summary>One way to read a name: the legal name, or what it trades as.</summary>
internal sealed class NameVariant
{
    internal NameVariant(Token[] tokens, string[] written, bool isTradingName)
    {
        Tokens = tokens;
        Written = written;
        IsTradingName = isTradingName;
        var words = tokens.Select(t => t.Text).ToArray();
        Text = string.Join(' ', words);
        Compact = string.Concat(words);
        Initials = string.Concat(words.Select(w => w[0]));
        Numbers = words.Select((w, i) => Numerals.Read(w, i == words.Length - 1)).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        Sorted = string.Join(' ', words);
    }

    internal Token[] Tokens { get; }

    /// <summary>The words as they were written, for reasons.</summary>
    internal string[] Written { get; }

    internal bool IsTradingName { get; }

    internal string Text { get; }

    /// <summary>The words in ordinal order.</summary>
    internal string Sorted { get; }

    /// <summary>The words without spaces.</summary>
    internal string Compact { get; }

    internal string Initials { get; }

    internal string[] Numbers { get; }
}
