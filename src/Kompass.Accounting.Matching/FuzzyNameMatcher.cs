namespace Kompass.Accounting.Matching;

/// <summary>
/// The default matcher: names are read into words, legal forms and alternatives, compared by rules, by weighted words and by FuzzySharp's
/// ratio, and confirmed or contradicted by the other fields.
/// </summary>
/// <remarks>
/// Stateless and thread-safe. Time grows with the number of records times the number of candidates, not with the number of pairs;
/// memory with the number of records. One call uses one thread.
/// </remarks>
public sealed class FuzzyNameMatcher : INameMatcher
{
    /// <inheritdoc/>
    public MatchResult Match(
        IReadOnlyList<MatchRecord> left,
        IReadOnlyList<MatchRecord> right,
        MatchOptions? options = null,
        IProgress<MatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new Comparison((options ?? new()).Validated(), progress, cancellationToken).Run(left, right);
    }

    /// <inheritdoc/>
    public ILookAlikeIndex CreateIndex(IEnumerable<MatchRecord> records, MatchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new LookAlikeIndex(records, (options ?? new()).Validated());
    }
}
