namespace Kompass.Accounting.Matching;

/// <summary>
/// Compares names by FuzzySharp's weighted ratio, for hosts that want its numbers: the confidence is the ratio over 100.
/// </summary>
/// <remarks>
/// Candidates are found and assigned as by <see cref="FuzzyNameMatcher"/>, but the confidence is no probability: fields, rarity and rivals
/// do not count, and no rule keeps "Unit 1" from "Unit 2". Register it in place of the default:
/// <c>services.AddSingleton&lt;INameMatcher, FuzzySharpNameMatcher&gt;()</c>. Stateless and thread-safe.
/// </remarks>
public sealed class FuzzySharpNameMatcher : INameMatcher
{
    /// <inheritdoc/>
    public MatchResult Match(
        IReadOnlyList<MatchRecord> left,
        IReadOnlyList<MatchRecord> right,
        MatchOptions? options = null,
        IProgress<MatchProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Comparison.Run(Judgement.ByRatio, left, right, options, progress, cancellationToken);

    /// <inheritdoc/>
    public ILookAlikeIndex CreateIndex(IEnumerable<MatchRecord> records, MatchOptions? options = null) =>
        new LookAlikeIndex(Judgement.ByRatio, records, options);
}
