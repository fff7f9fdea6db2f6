namespace Kompass.Accounting.Matching;

/// <summary>Judges pairs by their names, legal forms and fields. One thread uses one scorer; nothing is allocated per pair.</summary>
internal sealed class PairScorer(FieldRarity rarity, GramIndex grams)
{
    private readonly NameScorer _names = new();
    private readonly LetterRatio _allLetters = new();
    private readonly double[] _features = new double[Matching.Features.Count];

    /// <summary>The features of the last pair.</summary>
    internal ReadOnlySpan<double> Features => _features;

    internal PairScore Score(Entry left, Entry right)
    {
        var names = _names.Compare(left.Name, right.Name);
        var fields = left.Fields.IsEmpty || right.Fields.IsEmpty ? default : FieldEvidence.Compare(left.Fields, right.Fields, rarity);
        var forms = LegalFormComparison.Compare(left.Name, right.Name);
        _allLetters.Use(left.Name.Codes);
        Matching.Features.Fill(
            _features, names, grams.Cosine(left.Name.Grams, right.Name.Grams), _allLetters.With(right.Name.Codes), forms, fields);
        return new(Weights.LogOdds(_features), CeilingOf(names, fields, forms), names, fields, forms);
    }

    private static MatchBand CeilingOf(in NameComparison names, in FieldComparison fields, LegalFormRelation forms)
    {
        var numbersDiffer = names.Doubts.HasFlag(Doubts.NumbersDiffer);
        if (fields.IsProof && !fields.Contradicts)
        {
            return names.Similarity >= 0.6 && !numbersDiffer ? MatchBand.High : MatchBand.Medium;
        }

        return numbersDiffer ? MatchBand.Low
            : fields.Contradicts || names.Doubts != Doubts.None || names.Similarity < 0.8 || forms == LegalFormRelation.Different ? MatchBand.Medium
            : MatchBand.High;
    }
}
