namespace Kompass.Accounting.Matching;

/// <summary>Compares names: rules for what is the same, weighted words and letters for the rest. Not thread-safe.</summary>
internal sealed class NameScorer
{
    /// <summary>The similarity of names that differ in their spaces alone.</summary>
    internal const double SameLetters = 0.99;

    /// <summary>The similarity of names that have the same words in another order.</summary>
    internal const double SameWords = 0.97;

    private const int ShortestSureWord = 7;

    private readonly WordAlignment _alignment = new();
    private readonly LetterRatio _letters = new();

    internal void Compare(Entry left, Entry right, out NameComparison comparison)
    {
        if (left.HasOneReading && right.HasOneReading)
        {
            Compare(left.Reading!, right.Reading!, out comparison);
        }
        else
        {
            CompareReadings(left.Name, right.Name, out comparison);
        }
    }

    private void CompareReadings(NormalizedName left, NormalizedName right, out NameComparison best)
    {
        best = default;
        foreach (var one in left.Variants)
        {
            foreach (var other in right.Variants)
            {
                if (best.Left is null)
                {
                    Compare(one, other, out best);
                    continue;
                }

                Compare(one, other, out var comparison);
                if (comparison.Similarity > best.Similarity || (comparison.Similarity == best.Similarity && comparison.Doubts < best.Doubts))
                {
                    best = comparison;
                }
            }
        }

        if (left.HasTradingName || right.HasTradingName)
        {
            best = best with { Doubts = best.Doubts | TradingDoubts(left, right, best) };
        }
    }

    private void Compare(NameVariant left, NameVariant right, out NameComparison comparison)
    {
        var doubts = NumberDoubts(left, right);
        if (left.HasSameLetters(right))
        {
            comparison = Same(left, right, left.HasSameWords(right) ? 1 : SameLetters, doubts);
        }
        else if (left.HasSameWords(right))
        {
            comparison = Same(left, right, SameWords, doubts | Doubts.WordOrder);
        }
        else
        {
            _alignment.Align(left, right);
            comparison = IsAcronym(left, right) || IsAcronym(right, left)
                ? Aligned(left, right, doubts) with { Similarity = 0.80, Doubts = doubts | Doubts.Acronym }
                : Aligned(left, right, doubts);
        }
    }

    private static NameComparison Same(NameVariant left, NameVariant right, double similarity, Doubts doubts) => new()
    {
        Left = left,
        Right = right,
        Similarity = similarity,
        Share = 1,
        Letters = 1,
        Shared = Math.Min(Weight(left), Weight(right)),
        StartsAlike = !doubts.HasFlag(Doubts.WordOrder),
        EndsAlike = !doubts.HasFlag(Doubts.WordOrder),
        Doubts = doubts,
    };

    private NameComparison Aligned(NameVariant left, NameVariant right, Doubts doubts)
    {
        double shared = 0, alike = 0;
        bool starts = false, ends = false, initials = false, differ = false;
        foreach (var (i, j, similarity) in _alignment.Pairs)
        {
            // A misspelt "Services" is rare only because it is misspelt: the commoner of two unequal words tells the weight.
            var weight = similarity == 1 ? left.Tokens[i].Weight : Math.Min(left.Tokens[i].Weight, right.Tokens[j].Weight);
            shared += weight;
            alike += weight * similarity;
            starts |= i == 0 && j == 0;
            ends |= i == left.Tokens.Length - 1 && j == right.Tokens.Length - 1;
            initials |= similarity is TokenSimilarity.Initial or TokenSimilarity.Initials;
            differ |= similarity < TokenSimilarity.Typo || (similarity < 1 && AreOtherWords(left.Tokens[i], right.Tokens[j]));
        }

        var leftOver = Over(left.Tokens, _alignment.LeftTaken);
        var rightOver = Over(right.Tokens, _alignment.RightTaken);
        var all = (2 * shared) + leftOver + rightOver;
        var share = all == 0 ? 0 : 2 * alike / all;
        var letters = Letters(left, right);
        doubts |= (leftOver + rightOver > 0 ? Doubts.WordsLeftOver : Doubts.None) | (differ ? Doubts.WordsDiffer : Doubts.None)
            | (leftOver > 0 && rightOver > 0 && left.HasContrasts && right.HasContrasts && AreOpposed(left.Tokens, right.Tokens) ? Doubts.Opposites : Doubts.None);
        return new()
        {
            Left = left,
            Right = right,
            Similarity = Similarity(share, letters, shared, leftOver, rightOver, differ),
            Share = share,
            Letters = letters,
            Shared = shared,
            LeftOver = leftOver,
            RightOver = rightOver,
            Unequal = shared - alike,
            StartsAlike = starts,
            EndsAlike = ends,
            HasInitials = initials,
            Doubts = doubts,
        };
    }

    // Set by hand: the rules only ask whether names are rather alike. What confidence that is worth is learnt.
    private static double Similarity(double share, double letters, double shared, double leftOver, double rightOver, bool differ)
    {
        // Words that only one name has are less of a contradiction than words that each has for itself.
        var contested = Math.Min(leftOver, rightOver);
        var similarity = (0.7 * share) + (0.3 * letters) - (0.1 * contested);

        // "Cobblestone" and "Cobblestone Renovations": more alike than their letters, if what they share is rare.
        var contained = contested == 0 && shared > 0 && !differ ? 0.61 + (0.16 * Math.Min(1, shared / 0.8)) + (0.10 * share) : 0;
        return Math.Clamp(Math.Max(similarity, contained), 0, 0.96);
    }

    private double Letters(NameVariant left, NameVariant right)
    {
        _letters.Use(left.Codes);
        return _letters.With(right.Codes);
    }

    // Another letter in a short word may make another name: "Barton" / "Burton". So may an ending: "Valentin" / "Valentina".
    private static bool AreOtherWords(Token one, Token other) =>
        (one.Length == other.Length && one.Length < ShortestSureWord && one.Letters != other.Letters) || NameEndings.Differ(one.Text, other.Text);

    // Of the words that found no counterpart.
    private bool AreOpposed(Token[] left, Token[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; !_alignment.LeftTaken[i] && j < right.Length; j++)
            {
                if (!_alignment.RightTaken[j] && Token.AreOpposed(left[i], right[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double Over(Token[] words, ReadOnlySpan<bool> taken)
    {
        var weight = 0.0;
        for (var i = 0; i < words.Length; i++)
        {
            weight += taken[i] ? 0 : words[i].Weight;
        }

        return weight;
    }

    private static double Weight(NameVariant name) => Over(name.Tokens, stackalloc bool[name.Tokens.Length]);

    private static bool IsAcronym(NameVariant shortName, NameVariant longName) =>
        shortName.Tokens.Length == 1 && longName.Tokens.Length >= 3 && shortName.Codes.Length == longName.Tokens.Length
        && shortName.CompactHash == longName.InitialsHash;

    private static Doubts NumberDoubts(NameVariant left, NameVariant right) =>
        left.NumbersHash == right.NumbersHash && left.HasNumbers == right.HasNumbers ? Doubts.None
        : left.HasNumbers && right.HasNumbers ? Doubts.NumbersDiffer
        : Doubts.NumberMissing;

    private Doubts TradingDoubts(NormalizedName left, NormalizedName right, in NameComparison best)
    {
        if (best.Left is null)
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

    private bool Agree(NormalizedName left, NormalizedName right, bool isTradingName)
    {
        foreach (var one in left.Variants)
        {
            foreach (var other in right.Variants)
            {
                if (one.IsTradingName == isTradingName && other.IsTradingName == isTradingName)
                {
                    Compare(one, other, out var comparison);
                    if (comparison is { Similarity: >= 0.9, Doubts: Doubts.None })
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
