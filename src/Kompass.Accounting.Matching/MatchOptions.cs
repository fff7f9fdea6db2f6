namespace Kompass.Accounting.Matching;

/// <summary>What a user may decide about a comparison. The defaults are right for everybody.</summary>
/// <remarks>
/// Rules keep some pairs out of a band whatever their probability ("Unit 1" / "Unit 2", a contradicting register number, two clients of one
/// name). The confidence of such a pair is brought just under the threshold of that band, and so moves with it.
/// </remarks>
public sealed record MatchOptions
{
    /// <summary>Least confidence of the band <see cref="MatchBand.High"/>, 0 to 1. Default 0.90.</summary>
    public double High { get; init; } = 0.90;

    /// <summary>Least confidence of the band <see cref="MatchBand.Medium"/>, 0 to 1. Default 0.50.</summary>
    public double Medium { get; init; } = 0.50;

    /// <summary>Least confidence of the band <see cref="MatchBand.Low"/>, 0 to 1. Default 0.15.</summary>
    public double Low { get; init; } = 0.15;

    /// <summary>The most candidates that a row, or a call of <see cref="ILookAlikeIndex.Find"/>, reports: 1 to 1,000. Default 20.</summary>
    /// <remarks>
    /// Only what is worth comparing is compared: the twenty that share the rarest words, the twenty that share the rarest runs of three letters,
    /// and those with the same letters or the same field, unless more than fifty share it. A greater maximum seldom brings more than forty.
    /// </remarks>
    public int MaximumCandidates { get; init; } = 20;

    /// <summary>The fields besides the name that count. Default <see cref="MatchFields.All"/>.</summary>
    public MatchFields Fields { get; init; } = MatchFields.All;

    /// <summary>The band of a confidence under these thresholds.</summary>
    /// <param name="confidence">A confidence, 0 to 1.</param>
    public MatchBand BandOf(double confidence) =>
        confidence >= High ? MatchBand.High
        : confidence >= Medium ? MatchBand.Medium
        : confidence >= Low ? MatchBand.Low
        : MatchBand.None;

    /// <summary>Throws when an option is out of range, or the thresholds are out of order.</summary>
    /// <exception cref="ArgumentException">The message names the options and what they must be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fields have a flag that no field has.</exception>
    internal MatchOptions Validated()
    {
        if (!(Low > 0 && Low <= Medium && Medium <= High && High <= 1))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"MatchOptions needs 0 < Low <= Medium <= High <= 1, but Low is {Low}, Medium {Medium}, High {High}."));
        }

        if ((Fields & ~MatchFields.All) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Fields), Fields, $"MatchOptions.Fields must be made of {string.Join(", ", Enum.GetNames<MatchFields>())}.");
        }

        return MaximumCandidates is >= 1 and <= 1000
            ? this
            : throw new ArgumentException(
                FormattableString.Invariant($"MatchOptions.MaximumCandidates must be 1 to 1,000, but is {MaximumCandidates}."));
    }
}
