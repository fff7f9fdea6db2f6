namespace Kompass.Accounting.Matching;

/// <summary>One way to read a name: the legal name, or what it trades as.</summary>
internal sealed class NameVariant
{
    private const ulong Base = 0x9E3779B97F4A7C15UL;

    internal NameVariant(Token[] tokens, string[] written, bool isTradingName)
    {
        Tokens = tokens;
        Written = written;
        IsTradingName = isTradingName;
        Codes = new byte[Length(tokens)];
        var position = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            token.Codes.AsSpan(0, token.Length).CopyTo(Codes.AsSpan(position));
            position += token.Length;
            foreach (var letter in token.Text)
            {
                CompactHash = (CompactHash * Base) + letter + 1;
            }

            SortedHash += token.Hash * token.Hash;
            InitialsHash = (InitialsHash * Base) + token.Text[0] + 1;
            HasContrasts |= token.Contrast != 0 || token.HasPlaceEnding;
            if (NumberAt(i) is { } number)
            {
                HasNumbers = true;
                NumbersHash += TextHash.Of(number);
            }
        }
    }

    internal Token[] Tokens { get; }

    /// <summary>The words as they were written, for reasons.</summary>
    internal string[] Written { get; }

    internal bool IsTradingName { get; }

    /// <summary>The letters of all words without spaces, as codes.</summary>
    internal byte[] Codes { get; }

    /// <summary>Of the letters without spaces.</summary>
    internal ulong CompactHash { get; }

    /// <summary>Of the words, in whatever order.</summary>
    internal ulong SortedHash { get; }

    /// <summary>Of the first letters, as if they were a word.</summary>
    internal ulong InitialsHash { get; }

    internal bool HasNumbers { get; }

    /// <summary>Some word may tell sister records apart, as "North" and "Oakdale" do.</summary>
    internal bool HasContrasts { get; }

    /// <summary>Of the numbers in the name, in whatever order.</summary>
    internal ulong NumbersHash { get; }

    /// <summary>The words with a space between.</summary>
    internal string Text => string.Join(' ', Tokens.Select(t => t.Text));

    /// <summary>The numbers in the name, in digits and ordinal order.</summary>
    internal string[] Numbers => [.. Enumerable.Range(0, Tokens.Length).Select(NumberAt).OfType<string>().Order(StringComparer.Ordinal)];

    internal bool HasSameLetters(NameVariant other) => CompactHash == other.CompactHash && Codes.AsSpan().SequenceEqual(other.Codes);

    internal bool HasSameWords(NameVariant other) => SortedHash == other.SortedHash && Tokens.Length == other.Tokens.Length;

    /// <summary>The number that a word says, in digits, or null. A single letter is a Roman numeral only at the end of a name.</summary>
    internal string? NumberAt(int position) =>
        Tokens[position] is { Number: not null } token && (token.Length > 1 || char.IsDigit(token.Text[0]) || position == Tokens.Length - 1) ? token.Number : null;

    private static int Length(Token[] tokens)
    {
        var length = 0;
        foreach (var token in tokens)
        {
            length += token.Length;
        }

        return length;
    }
}
