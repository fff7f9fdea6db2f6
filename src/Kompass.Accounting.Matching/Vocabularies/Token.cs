namespace Kompass.Accounting.Matching;

/// <summary>A word, shared by all names of one comparison, with the weight that its rarity gives it.</summary>
internal sealed class Token
{
    // Rarity is measured against a fixed size, never against the number of records: a stranger in the list changes nothing for others.
    private const double ReferenceSize = 20_000;
    private const double Unknown = -1;
    private static readonly double Rarest = Math.Log(1 + ReferenceSize);

    private readonly double _prior;
    private Postings _holders;
    private int _frequency;
    private double _weight = Unknown;

    internal Token(string text)
    {
        Text = text;
        Codes = Encode(text);
        Letters = MaskOf(Codes.AsSpan(0, text.Length));
        Hash = TextHash.Of(text);
        FullNames = Nicknames.Of(text);
        Softened = Soften(text);
        Number = Numerals.Read(text, isLast: true);
        IsBareNumber = Number is not null && Numerals.IsBare(text);
        Contrast = Contrasts.Of(text);
        HasPlaceEnding = PlaceEndings.Ends(text);
        _prior = CommonWords.FrequencyOf(text);
    }

    internal string Text { get; }

    /// <summary>The letters as codes, filled up with edges to 16, 32 or 64 of them.</summary>
    internal byte[] Codes { get; }

    internal int Length => Text.Length;

    /// <summary>The set of the codes, a bit each.</summary>
    internal ulong Letters { get; }

    internal ulong Hash { get; }

    /// <summary>The word with ae, oe, ue and aa as a, o, u and a: "mueller" and "muller" are one.</summary>
    internal string Softened { get; }

    internal string[] FullNames { get; }

    /// <summary>The number that the word says or holds, in digits; null if none.</summary>
    internal string? Number { get; }

    /// <summary>The word is a number and nothing else: "3", "3rd", "third", "iii", but not "3m".</summary>
    internal bool IsBareNumber { get; }

    /// <summary>What the word tells apart, as <see cref="Contrasts.Of"/> gives it; 0 if nothing.</summary>
    internal int Contrast { get; }

    /// <summary>The word may be the name of a place or a house: "Oakdale".</summary>
    internal bool HasPlaceEnding { get; }

    /// <summary>The places of the right list whose names have the word.</summary>
    internal ref Postings Holders => ref _holders;

    /// <summary>Whether two words tell sister records apart: "North" / "South", "Paul" / "Paula", "Oakdale" / "Oakdene".</summary>
    internal static bool AreOpposed(Token one, Token other) =>
        Contrasts.AreOpposed(one.Contrast, other.Contrast) || (one.HasPlaceEnding && other.HasPlaceEnding && PlaceEndings.Differ(one.Text, other.Text));

    /// <summary>0 (in every name) to 1 (in one).</summary>
    internal double Weight
    {
        get
        {
            var weight = Volatile.Read(ref _weight);
            if (weight < 0)
            {
                weight = WeightOf(Math.Max(1, _frequency) + _prior);
                Volatile.Write(ref _weight, weight);
            }

            return weight;
        }
    }

    /// <summary>The weight of something that occurs so often.</summary>
    internal static double WeightOf(double frequency)
    {
        var share = Math.Log(1 + (ReferenceSize / frequency)) / Rarest;
        return share * share;
    }

    /// <summary>Changes the number of records that have the word, and returns it. Thread-safe.</summary>
    internal int Count(int change)
    {
        Volatile.Write(ref _weight, Unknown);
        return Interlocked.Add(ref _frequency, change);
    }

    public override string ToString() => Text;

    private static byte[] Encode(string text)
    {
        var codes = new byte[text.Length <= 16 ? 16 : text.Length <= 32 ? 32 : 64];
        for (var i = 0; i < text.Length; i++)
        {
            codes[i] = Matching.Letters.CodeOf(text[i]);
        }

        return codes;
    }

    private static ulong MaskOf(ReadOnlySpan<byte> codes)
    {
        var mask = 0UL;
        foreach (var code in codes)
        {
            mask |= 1UL << code;
        }

        return mask;
    }

    private static string Soften(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if ((text[i] == 'e' && text[i - 1] is 'a' or 'o' or 'u') || (text[i] == 'a' && text[i - 1] == 'a'))
            {
                return text
                    .Replace("ae", "a", StringComparison.Ordinal)
                    .Replace("oe", "o", StringComparison.Ordinal)
                    .Replace("ue", "u", StringComparison.Ordinal)
                    .Replace("aa", "a", StringComparison.Ordinal);
            }
        }

        return text;
    }
}
