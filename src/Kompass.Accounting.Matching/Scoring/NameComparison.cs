namespace Kompass.Accounting.Matching;

/// <summary>How two names compare, under the readings of both that are most alike. Weights are sums of <see cref="Token.Weight"/>.</summary>
internal readonly record struct NameComparison
{
    /// <summary>The reading of the left name; null if it has no letter and no digit.</summary>
    internal NameVariant? Left { get; init; }

    /// <summary>The reading of the right name; null if it has no letter and no digit.</summary>
    internal NameVariant? Right { get; init; }

    /// <summary>0 to 1, of which the rules speak.</summary>
    internal double Similarity { get; init; }

    /// <summary>The share of the weight of both names that found its counterpart, 0 to 1.</summary>
    internal double Share { get; init; }

    /// <summary>The <see cref="LetterRatio"/> of the names without spaces.</summary>
    internal double Letters { get; init; }

    /// <summary>The weight of the words that found their counterpart, counted once.</summary>
    internal double Shared { get; init; }

    /// <summary>The weight of the words that are only in the left name.</summary>
    internal double LeftOver { get; init; }

    /// <summary>The weight of the words that are only in the right name.</summary>
    internal double RightOver { get; init; }

    /// <summary>The part of <see cref="Shared"/> whose words are not equal, each by how unequal they are.</summary>
    internal double Unequal { get; init; }

    /// <summary>The first words are each other's counterpart.</summary>
    internal bool StartsAlike { get; init; }

    /// <summary>The last words are each other's counterpart.</summary>
    internal bool EndsAlike { get; init; }

    /// <summary>An initial stands for a word.</summary>
    internal bool HasInitials { get; init; }

    /// <summary>What keeps the pair out of the high band.</summary>
    internal Doubts Doubts { get; init; }

    /// <summary>The same letters in the same order, spaces aside.</summary>
    internal bool HasSameLetters => Similarity >= NameScorer.SameLetters;

    /// <summary>The same letters, or the same words in another order: there is nothing to align.</summary>
    internal bool IsSame => Share == 1 && Similarity >= NameScorer.SameWords;
}
