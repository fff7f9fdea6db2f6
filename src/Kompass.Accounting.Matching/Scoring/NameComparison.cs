namespace Kompass.Accounting.Matching;

/// <summary>How two names compare, under the readings of both that are most alike.</summary>
/// <param name="Left">The reading of the left name; null if it has no letter and no digit.</param>
/// <param name="Right">The reading of the right name; null if it has no letter and no digit.</param>
/// <param name="Alignment">Which word is which; null if all words are the same.</param>
/// <param name="Similarity">0 to 1.</param>
/// <param name="Doubts">What keeps the pair out of the high band.</param>
internal sealed record NameComparison(
    NameVariant? Left, NameVariant? Right, WordAlignment? Alignment, double Similarity, Doubts Doubts)
{
    internal static readonly NameComparison Nothing = new(null, null, null, 0, Doubts.None);
}
