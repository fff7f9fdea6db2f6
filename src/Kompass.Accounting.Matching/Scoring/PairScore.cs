namespace Kompass.Accounting.Matching;

/// <summary>The judgement of one pair, rivals not yet considered.</summary>
/// <param name="LogOdds">Natural logarithm of the odds, before the rules.</param>
/// <param name="Ceiling">The highest band that the rules allow.</param>
/// <param name="IsTwin">The names have the same letters, and no register number proves the pair.</param>
/// <param name="Forms">How the legal forms compare.</param>
internal readonly record struct PairScore(double LogOdds, MatchBand Ceiling, bool IsTwin = false, LegalFormRelation Forms = LegalFormRelation.Same)
{
    internal double Probability => 1 / (1 + Math.Exp(-LogOdds));
}
