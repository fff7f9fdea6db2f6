namespace Kompass.Accounting.Matching;

/// <summary>What was found out about one pair, rivals not yet considered.</summary>
/// <param name="Probability">0 to 1, before the rules.</param>
/// <param name="Ceiling">The highest band that the rules allow.</param>
/// <param name="Names">How the names compare.</param>
/// <param name="Fields">How the other fields compare.</param>
/// <param name="LegalForms">How the legal forms compare.</param>
internal sealed record PairScore(
    double Probability, MatchBand Ceiling, NameComparison Names, FieldComparison Fields, LegalFormRelation LegalForms)
{
    internal double Odds => Probability / (1 - Probability);
}
