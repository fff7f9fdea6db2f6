namespace Kompass.Accounting.Matching.Tests;

/// <summary>All that a scorer found out about one pair.</summary>
internal readonly record struct Judged(
    double LogOdds, MatchBand Ceiling, NameComparison Names, FieldComparison Fields, LegalFormRelation LegalForms)
{
    public double Probability => 1 / (1 + Math.Exp(-LogOdds));
}
