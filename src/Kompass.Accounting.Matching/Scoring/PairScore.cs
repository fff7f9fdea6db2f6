namespace Kompass.Accounting.Matching;

/// <summary>What was found out about one pair, rivals not yet considered.</summary>
/// <param name="LogOdds">Natural logarithm of the odds, before the rules.</param>
/// <param name="Ceiling">The highest band that the rules allow.</param>
/// <param name="Names">How the names compare.</param>
/// <param name="Fields">How the other fields compare.</param>
/// <param name="LegalForms">How the legal forms compare.</param>
internal readonly record struct PairScore(
    double LogOdds, MatchBand Ceiling, NameComparison Names, FieldComparison Fields, LegalFormRelation LegalForms)
{
    internal double Probability => 1 / (1 + Math.Exp(-LogOdds));
}
