using System.Globalization;

namespace Kompass.Benchmarks;

/// <summary>What <c>scale</c> found: time and accuracy side by side.</summary>
internal sealed record ScaleReport
{
    public required int Left { get; init; }

    public required int Right { get; init; }

    public required int Seed { get; init; }

    /// <summary>Left records that are noised copies of right ones; the others are strangers.</summary>
    public required int Copies { get; init; }

    public required int Cores { get; init; }

    /// <summary>A small comparison first, in the fresh process.</summary>
    public required double WarmUpSeconds { get; init; }

    /// <summary>The comparison by stages, after the small one; the best of the repeats.</summary>
    public required IReadOnlyDictionary<string, double> Seconds { get; init; }

    public required double PeakMegabytes { get; init; }

    public required long Candidates { get; init; }

    public required Measures Measures { get; init; }

    /// <summary>FuzzySharp on a sample, or null without one.</summary>
    public ExtractOneSample? FuzzySharp { get; init; }

    /// <summary>How many times as long FuzzySharp would have taken; extrapolated from the sample.</summary>
    public double? TimesFasterExtrapolated => FuzzySharp is { } peer ? Math.Round(peer.SecondsExtrapolated / Seconds["whole"], 1) : null;

    public void Write(TextWriter output)
    {
        var stages = string.Join(", ", Seconds.Where(s => s.Key != "whole").Select(s => Text($"{s.Key} {s.Value:F3}")));
        output.WriteLine(Text($"names       {Left:N0} x {Right:N0}, seed {Seed}: {Copies:N0} noised copies, {Left - Copies:N0} strangers; {Cores} cores"));
        output.WriteLine(Text($"whole job   {Seconds["whole"]:F3} s warm ({stages}); warm-up of 1,000 x 1,000 {WarmUpSeconds:F3} s"));
        output.WriteLine(Text($"accuracy    recall@1 {Measures.RecallAt1:F4}, one-to-one F1 {Measures.OneToOneF1:F4}, candidate recall@20 {Measures.CandidateRecallAt20:F4}"));
        output.WriteLine(Text($"band high   precision {Measures.HighPrecision:F4}, recall {Measures.HighRecall:F4}; ECE {Measures.CalibrationError:F4}"));
        output.WriteLine(Text($"memory      {PeakMegabytes:N0} MB at most; {Candidates:N0} candidates"));
        if (FuzzySharp is { } peer)
        {
            output.WriteLine(Text($"FuzzySharp  ExtractOne (WRatio): {peer.Rows} rows took {peer.SecondsMeasured:F3} s; EXTRAPOLATED to all rows {peer.SecondsExtrapolated:N1} s, {TimesFasterExtrapolated:N0} times as long"));
            output.WriteLine(Text($"            recall@1 {peer.RecallAt1:F4} on the {peer.Copies} copies among them, where ours is {peer.OursRecallAt1:F4}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
