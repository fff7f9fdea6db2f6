namespace Kompass.Accounting.Matching;

/// <summary>Judges one pair by its names, legal forms and fields.</summary>
internal static class PairScorer
{
    // Share of true pairs among the best candidates of the development sets, by similarity of the names alone.
    private static readonly (double Similarity, double Probability)[] Calibration =
    [
        (0, 0.0005), (0.4, 0.002), (0.5, 0.006), (0.6, 0.03), (0.7, 0.12), (0.8, 0.40), (0.9, 0.80), (0.96, 0.95), (1, 0.985),
    ];

    private const double DifferentLegalForms = -1.2;
    private const double OneSidedLegalForm = -0.15;
    private const double NumbersDiffer = -0.5;
    private const double NumberMissing = -0.5;
    private const double Least = 1e-6;

    internal static PairScore Score(Entry left, Entry right, FieldRarity rarity)
    {
        var names = NameScorer.Compare(left.Name, right.Name);
        var fields = FieldEvidence.Compare(left.Fields, right.Fields, rarity);
        var forms = LegalFormComparison.Compare(left.Name, right.Name);
        var logOdds = LogOdds(Calibrated(names.Similarity)) + fields.LogOdds + RulesOf(names.Doubts) + forms switch
        {
            LegalFormRelation.Different => DifferentLegalForms,
            LegalFormRelation.OneSided => OneSidedLegalForm,
            _ => 0,
        };
        return new(Probability(logOdds), CeilingOf(names, fields), names, fields, forms);
    }

    private static double RulesOf(Doubts doubts) =>
        (doubts.HasFlag(Doubts.NumbersDiffer) ? NumbersDiffer : 0) + (doubts.HasFlag(Doubts.NumberMissing) ? NumberMissing : 0);

    private static MatchBand CeilingOf(NameComparison names, FieldComparison fields)
    {
        if (fields.Contradicts)
        {
            return MatchBand.Medium;
        }

        if (fields.IsProof)
        {
            return names.Similarity >= 0.6 && !names.Doubts.HasFlag(Doubts.NumbersDiffer) ? MatchBand.High : MatchBand.Medium;
        }

        return names.Doubts.HasFlag(Doubts.NumbersDiffer) ? MatchBand.Low
            : names.Doubts != Doubts.None || names.Similarity < 0.8 ? MatchBand.Medium
            : MatchBand.High;
    }

    private static double Calibrated(double similarity)
    {
        for (var i = 1; i < Calibration.Length; i++)
        {
            var (upper, high) = Calibration[i];
            if (similarity <= upper)
            {
                var (lower, low) = Calibration[i - 1];
                return low + ((high - low) * (similarity - lower) / (upper - lower));
            }
        }

        return Calibration[^1].Probability;
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private static double Probability(double logOdds) => Math.Clamp(1 / (1 + Math.Exp(-logOdds)), Least, 1 - Least);
}
