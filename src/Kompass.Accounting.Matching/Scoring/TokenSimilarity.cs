namespace Kompass.Accounting.Matching;

/// <summary>How alike two words are, 0 to 1.</summary>
internal static class TokenSimilarity
{
    /// <summary>Below this two words are not paired at all.</summary>
    internal const double Least = 0.6;

    /// <summary>An initial for a word.</summary>
    internal const double Initial = 0.70;

    /// <summary>Several initials for as many words.</summary>
    internal const double Initials = 0.82;

    /// <summary>From here on two words are one with a slip of the pen.</summary>
    internal const double Typo = 0.88;

    internal static double Of(Token left, Token right)
    {
        if (ReferenceEquals(left, right))
        {
            return 1;
        }

        var (one, other) = left.Text.Length <= right.Text.Length ? (left.Text, right.Text) : (right.Text, left.Text);
        if (left.Number is not null || right.Number is not null)
        {
            return left.Number == right.Number && left.IsBareNumber && right.IsBareNumber ? 0.95 : 0;
        }

        if (string.Equals(left.Softened, right.Softened, StringComparison.Ordinal))
        {
            return 0.98;
        }

        if (one.Length == 1)
        {
            return one[0] == other[0] ? Initial : 0;
        }

        return Nicknames.Overlap(left.FullNames, right.FullNames) ? 0.86 : Spelling(one, other);
    }

    private static double Spelling(string shorter, string longer)
    {
        if (longer.Length == shorter.Length + 1 && longer[^1] == 's' && longer.StartsWith(shorter, StringComparison.Ordinal) && shorter.Length >= 3)
        {
            return 0.94;
        }

        var byStart = shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal)
            ? 0.70 + (0.2 * shorter.Length / longer.Length)
            : 0;
        if (longer.Length - shorter.Length > (1 - Least) * longer.Length)
        {
            return byStart;
        }

        var edits = EditDistance.Between(shorter, longer);
        var bySpelling = edits switch
        {
            1 when shorter.Length >= 7 => 0.94,
            1 when shorter.Length >= 5 => 0.90,
            1 when shorter.Length >= 3 => 0.78,
            2 when shorter.Length >= 8 => 0.88,
            2 when shorter.Length >= 6 => 0.80,
            _ => 1 - (edits / (double)longer.Length),
        };
        // Slips of the pen rarely hit the first letter; other names do: "Marson" / "Carson".
        var alike = Math.Max(shorter[0] == longer[0] ? bySpelling : Math.Min(bySpelling, Typo - 0.01), byStart);
        return alike >= Least ? alike : 0;
    }
}
