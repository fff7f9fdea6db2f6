namespace Kompass.Accounting.Matching;

/// <summary>Brings a confidence under the band that the rules allow, keeping the order of those below.</summary>
internal static class Bands
{
    internal static double Limit(double confidence, MatchBand ceiling, MatchOptions options)
    {
        var threshold = ceiling switch
        {
            MatchBand.None => options.Low,
            MatchBand.Low => options.Medium,
            MatchBand.Medium => options.High,
            _ => double.PositiveInfinity,
        };
        return confidence < threshold * 0.98 || double.IsInfinity(threshold)
            ? confidence
            : threshold * (0.98 + (0.0199 * (confidence - (threshold * 0.98)) / (1 - (threshold * 0.98))));
    }
}
