namespace Kompass.Accounting.Matching;

/// <summary>A word of a name, shared by all names of one comparison, with the weight that its rarity gives it.</summary>
internal sealed class Token
{
    // Rarity is measured against a fixed size, never against the number of records: a stranger in the list changes nothing for others.
    private const double ReferenceSize = 20_000;
    private static readonly double Rarest = Math.Log(1 + ReferenceSize);

    private readonly double _prior;
    private int _frequency;

    internal Token(string text)
    {
        Text = text;
        FullNames = Nicknames.Of(text);
        Softened = Soften(text);
        Number = Numerals.Read(text, isLast: true);
        IsBareNumber = Number is not null && Numerals.IsBare(text);
        _prior = CommonWords.FrequencyOf(text);
        Frequency = 0;
    }

    internal string Text { get; }

    /// <summary>The word with ae, oe, ue and aa as a, o, u and a: "mueller" and "muller" are one.</summary>
    internal string Softened { get; }

    internal string[] FullNames { get; }

    /// <summary>The number that the word says or holds, in digits; null if none.</summary>
    internal string? Number { get; }

    /// <summary>The word is a number and nothing else: "3", "3rd", "third", "iii", but not "3m".</summary>
    internal bool IsBareNumber { get; }

    /// <summary>Number of records that have the word.</summary>
    internal int Frequency
    {
        get => _frequency;
        set
        {
            _frequency = value;
            Weight = WeightOf(Math.Max(1, value) + _prior);
        }
    }

    /// <summary>0 (in every name) to 1 (in one).</summary>
    internal double Weight { get; private set; }

    /// <summary>The weight of something that occurs so often.</summary>
    internal static double WeightOf(double frequency)
    {
        var share = Math.Log(1 + (ReferenceSize / frequency)) / Rarest;
        return share * share;
    }

    public override string ToString() => Text;

    private static string Soften(string text) => text
        .Replace("ae", "a", StringComparison.Ordinal)
        .Replace("oe", "o", StringComparison.Ordinal)
        .Replace("ue", "u", StringComparison.Ordinal)
        .Replace("aa", "a", StringComparison.Ordinal);
}
