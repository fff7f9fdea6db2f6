using FuzzySharp;

namespace Kompass.Accounting.Matching;

/// <summary>FuzzySharp's weighted ratio as a score.</summary>
internal static class WeightedRatio
{
    private const int LongestName = 256;
    private const double Least = 1e-6;

    internal static PairScore Of(Entry left, Entry right)
    {
        var ratio = Confidence(left, right);
        return new(Math.Log(Math.Max(ratio, Least) / Math.Max(1 - ratio, Least)), MatchBand.High);
    }

    /// <summary>0 to 1.</summary>
    internal static double Confidence(Entry left, Entry right) => Fuzz.WeightedRatio(Cut(left.Name.Original), Cut(right.Name.Original)) / 100.0;

    private static string Cut(string name) => (name.Length > LongestName ? name[..LongestName] : name).ToLowerInvariant();
}
