namespace Kompass.Accounting.Matching;

/// <summary>
/// The default matcher: names are read into words, legal forms and alternatives; candidates found by rare words, 3-grams and common fields
/// are scored by learnt weights, held back by rules, and made to share their odds with their rivals.
/// </summary>
/// <remarks>
/// Stateless and thread-safe. Time and memory grow with the number of records, not with the number of pairs. One call uses all
/// processors and gives the same answer on any number of them.
/// </remarks>
public sealed class FuzzyNameMatcher : INameMatcher
{
    /// <inheritdoc/>
    public MatchResult Match(
        IReadOnlyList<MatchRecord> left,
        IReadOnlyList<MatchRecord> right,
        MatchOptions? options = null,
        IProgress<MatchProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Comparison.Run(Judgement.Learnt, left, right, options, progress, cancellationToken);

    /// <inheritdoc/>
    public ILookAlikeIndex CreateIndex(IEnumerable<MatchRecord> records, MatchOptions? options = null) =>
        new LookAlikeIndex(Judgement.Learnt, records, options);
}
