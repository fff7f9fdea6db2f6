namespace Kompass.Accounting.Matching;

/// <summary>A record of the right side that a row may be.</summary>
/// <param name="RightKey">Key of the record on the right side.</param>
/// <param name="Confidence">How likely it is that both are the same, 0 to 1, rivals on both sides taken into account.</param>
/// <param name="Band">The band of <paramref name="Confidence"/> under the options used.</param>
/// <param name="Reason">Why, in words for a person: "same name apart from Ltd / Limited; same postcode".</param>
public sealed record MatchCandidate(string RightKey, double Confidence, MatchBand Band, string Reason);
