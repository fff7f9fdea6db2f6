namespace Kompass.Accounting.Matching;

/// <summary>What the corroborating fields say about a pair.</summary>
/// <param name="LogOdds">What they add to the logarithm of the odds.</param>
/// <param name="IsProof">A register or tax number that is unique on both sides is the same.</param>
/// <param name="Contradicts">A number that would be the same, if the pair were, is not.</param>
/// <param name="Same">Fields that agree.</param>
/// <param name="Different">Fields that do not.</param>
internal readonly record struct FieldComparison(double LogOdds, bool IsProof, bool Contradicts, FieldSet Same, FieldSet Different);
