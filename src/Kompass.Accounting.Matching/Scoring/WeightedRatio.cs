using FuzzySharp;

namespace Kompass.Accounting.Matching;

/// <summary>FuzzySharp's weighted ratio as a score.</summary>
internal sealed class WeightedRatio(CandidateIndex index) : IPairScorer
{
    private const int LongestName = 256;

    // Odds are finite, and the probability made of them is still the ratio to the twelfth digit.
    private const double Least = 1e-12;

    public PairScore Score(Entry left, int slot)
    {
        var ratio = Fuzz.WeightedRatio(Cut(left.Name.Original), Cut(index[slot].Name.Original)) / 100.0;
        return new(Math.Log(Math.Max(ratio, Least) / Math.Max(1 - ratio, Least)), MatchBand.High);
    }

    private static string Cut(string name) => (name.Length > LongestName ? name[..LongestName] : name).ToLowerInvariant();
}
