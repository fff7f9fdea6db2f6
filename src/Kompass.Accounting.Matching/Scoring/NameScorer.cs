using FuzzySharp;

namespace Kompass.Accounting.Matching;

/// <summary>Compares names: rules for what is the same, FuzzySharp's ratio and weighted words for the rest.</summary>
internal static class NameScorer
{
    private const int MaximumRatioLength = 200;
    private const double WorthARatio = 0.30;

    internal static NameComparison Compare(NormalizedName left, NormalizedName right)
    {
        var best = NameComparison.Nothing;
        foreach (var one in left.Variants)
        {
            foreach (var other in right.Variants)
            {
                var comparison = Compare(one, other);
                if (Exceeds(comparison, best))
                {
                    best = comparison;
                }
            }
        }

        return best with { Doubts = best.Doubts | TradingDoubts(left, right, best) };
    }

    private static bool Exceeds(NameComparison one, NameComparison best) =>
        best.Left is null || one.Similarity > best.Similarity || (one.Similarity == best.Similarity && one.Doubts < best.Doubts);

    private static NameComparison Compare(NameVariant left, NameVariant right)
    {
        var doubts = NumberDoubts(left, right);
        if (left.Compact == right.Compact)
        {
            return new(left, right, null, left.Text == right.Text ? 1 : 0.99, doubts);
        }

        if (left.Sorted == right.Sorted)
        {
            return new(left, right, null, 0.97, doubts | Doubts.WordOrder);
        }

        var alignment = new WordAlignment(left, right);
        if (IsAcronym(left, right) || IsAcronym(right, left))
        {
            return new(left, right, alignment, 0.80, doubts | Doubts.Acronym);
        }

        return new(left, right, alignment, Similarity(left, right, alignment), doubts | WordDoubts(alignment));
    }

    private static double Similarity(NameVariant left, NameVariant right, WordAlignment alignment)
    {
        var share = alignment.Share();
        var ratio = share < WorthARatio ? share : Ratio(left, right);
        var contested = Math.Min(alignment.LeftWeight, alignment.RightWeight);
        var similarity = (0.7 * share) + (0.3 * ratio) - (0.1 * contested);
        return Math.Clamp(Math.Max(similarity, Contained(alignment, share)), 0, 0.96);
    }

    // "Cobblestone" and "Cobblestone Renovations": more alike than their letters, if what they share is rare.
    private static double Contained(WordAlignment alignment, double share)
    {
        var isContained = Math.Min(alignment.LeftWeight, alignment.RightWeight) == 0
            && alignment.Pairs.Count > 0
            && alignment.Pairs.All(p => p.Similarity >= TokenSimilarity.Typo);
        return isContained ? 0.61 + (0.16 * Math.Min(1, alignment.SharedWeight / 0.8)) + (0.10 * share) : 0;
    }

    private static double Ratio(NameVariant left, NameVariant right) =>
        Math.Max(Fuzz.Ratio(Cut(left.Text), Cut(right.Text)), Fuzz.Ratio(Cut(left.Sorted), Cut(right.Sorted))) / 100.0;

    private static string Cut(string text) => text.Length > MaximumRatioLength ? text[..MaximumRatioLength] : text;

    private static bool IsAcronym(NameVariant shortName, NameVariant longName) =>
        shortName.Tokens.Length == 1 && longName.Initials.Length >= 3 && shortName.Compact == longName.Initials;

    private static Doubts NumberDoubts(NameVariant left, NameVariant right) =>
        left.Numbers.AsSpan().SequenceEqual(right.Numbers) ? Doubts.None
        : left.Numbers.Length > 0 && right.Numbers.Length > 0 ? Doubts.NumbersDiffer
        : Doubts.NumberMissing;

    private static Doubts WordDoubts(WordAlignment alignment)
    {
        var doubts = alignment.LeftWeight + alignment.RightWeight > 0 ? Doubts.WordsLeftOver : Doubts.None;
        return alignment.Pairs.Any(p => p.Similarity < TokenSimilarity.Typo) ? doubts | Doubts.WordsDiffer : doubts;
    }

    private static Doubts TradingDoubts(NormalizedName left, NormalizedName right, NameComparison best)
    {
        if (best.Left is null || !(left.HasTradingName || right.HasTradingName))
        {
            return Doubts.None;
        }

        var legal = Agree(left, right, isTradingName: false);
        if (best.Left.IsTradingName || best.Right!.IsTradingName)
        {
            return legal ? Doubts.None : Doubts.TradingNameOnly;
        }

        return left.HasTradingName && right.HasTradingName && !Agree(left, right, isTradingName: true) ? Doubts.TradingNamesDiffer : Doubts.None;
    }

    private static bool Agree(NormalizedName left, NormalizedName right, bool isTradingName) =>
        left.Variants.Any(one => one.IsTradingName == isTradingName
            && right.Variants.Any(other => other.IsTradingName == isTradingName && Compare(one, other) is { Similarity: >= 0.9, Doubts: Doubts.None }));
}
