using System.Numerics;

namespace Kompass.Accounting.Matching;

/// <summary>How alike two words are, 0 to 1.</summary>
internal static class TokenSimilarity
{
    /// <summary>Below this two words are not paired at all.</summary>
    internal const double Least = 0.5;

    /// <summary>An initial for a word.</summary>
    internal const double Initial = 0.70;

    /// <summary>Several initials for as many words.</summary>
    internal const double Initials = 0.82;

    /// <summary>A short or pet form of a first name.</summary>
    internal const double Nickname = 0.86;

    /// <summary>"St" for "Saint" or "Street", where its place does not tell.</summary>
    internal const double Saint = 0.94;

    /// <summary>At most, where only one of the words has a digit: "0range" and "Orange".</summary>
    internal const double DigitForLetter = 0.80;

    /// <summary>From here on two words are one with a slip of the pen.</summary>
    internal const double Typo = 0.88;

    internal static double Of(Token left, Token right)
    {
        if (ReferenceEquals(left, right))
        {
            return 1;
        }

        var (one, other) = left.Length <= right.Length ? (left, right) : (right, left);
        if (left.Number is not null && right.Number is not null)
        {
            return left.IsBareNumber && right.IsBareNumber && left.Number == right.Number ? 0.95 : 0;
        }

        if (left.IsBareNumber || right.IsBareNumber)
        {
            return 0;
        }

        if (Token.AreOpposed(left, right))
        {
            return 0;
        }

        if (one.Text is "st" && other.Text is "saint" or "street")
        {
            return Saint;
        }

        if (one.Length == 1)
        {
            return one.Text[0] == other.Text[0] ? Initial : 0;
        }

        if (one.FullNames.Length > 0 && other.FullNames.Length > 0 && Nicknames.Overlap(one.FullNames, other.FullNames))
        {
            return Nickname;
        }

        // Every letter that only one has costs an edit. Where that is too many, only a start of the other can be left.
        if (LeastEdits(one, other) > (1 - Least) * other.Length)
        {
            return ByStart(one, other);
        }

        return string.Equals(one.Softened, other.Softened, StringComparison.Ordinal) ? 0.98
            : left.Number is null && right.Number is null ? Spelling(one, other)
            : Math.Min(Spelling(one, other), DigitForLetter);
    }

    private static int LeastEdits(Token shorter, Token longer) => Math.Max(
        longer.Length - shorter.Length,
        Math.Max(BitOperations.PopCount(shorter.Letters & ~longer.Letters), BitOperations.PopCount(longer.Letters & ~shorter.Letters)));

    // "prof" and "professional"
    private static double ByStart(Token shorter, Token longer) =>
        shorter.Length >= 3 && (shorter.Letters & ~longer.Letters) == 0 && longer.Text.StartsWith(shorter.Text, StringComparison.Ordinal)
            ? 0.70 + (0.2 * shorter.Length / longer.Length)
            : 0;

    private static double Spelling(Token shorter, Token longer)
    {
        var byStart = ByStart(shorter, longer);
        if (byStart > 0 && longer.Length == shorter.Length + 1 && longer.Text[^1] == 's')
        {
            return 0.94;
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
        var alike = Math.Max(shorter.Text[0] == longer.Text[0] ? bySpelling : Math.Min(bySpelling, Typo - 0.01), byStart);
        return alike >= Least ? alike : 0;
    }
}
