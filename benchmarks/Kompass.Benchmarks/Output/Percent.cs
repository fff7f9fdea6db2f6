using System.Globalization;

namespace Kompass.Benchmarks;

/// <summary>Writes a confidence in per cent without rounding: what ties in the matcher ties in the text, and nothing else does.</summary>
internal static class Percent
{
    /// <summary>The shortest digits that are this number and no other, times 100, with four decimals or more: "97.5000".</summary>
    /// <param name="share">0 to 1. Differences below 1E-28 are not shown.</param>
    public static string Of(double share)
    {
        // Through text into decimal, since multiplying a double by 100 would round neighbours into one.
        var exact = decimal.Parse(share.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return (100 * exact).ToString("0.0000########################", CultureInfo.InvariantCulture);
    }
}
