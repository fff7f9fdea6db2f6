using System.Numerics;

namespace Kompass.Accounting.Matching;

/// <summary>Judges pairs by their names, legal forms and fields. One thread uses one scorer; nothing is allocated per pair.</summary>
internal sealed class PairScorer(FieldRarity rarity, CandidateIndex index, GramVector vector) : IPairScorer
{
    private const int FewestToDoubt = 3;

    private readonly NameScorer _names = new();
    private readonly LetterRatio _allLetters = new();
    private readonly double[] _features = new double[Matching.Features.Count];
    private NameComparison _comparison;
    private FieldComparison _fields;

    /// <summary>The features of the last pair.</summary>
    internal ReadOnlySpan<double> Features => _features;

    /// <summary>How the names of the last pair compare.</summary>
    internal ref readonly NameComparison Names => ref _comparison;

    /// <summary>How the other fields of the last pair compare.</summary>
    internal ref readonly FieldComparison Fields => ref _fields;

    /// <summary>How the legal forms of the last pair compare.</summary>
    internal LegalFormRelation LegalForms { get; private set; }

    /// <inheritdoc/>
    public PairScore Score(Entry left, int slot) => Score(left, index[slot], index.GramNorm(slot));

    /// <summary>Judges any two records.</summary>
    internal PairScore Score(Entry left, Entry right) => Score(left, right, index.Grams.Norm(right.Grams));

    private PairScore Score(Entry left, Entry right, double gramNorm)
    {
        _names.Compare(left, right, out _comparison);
        _fields = !left.HasFields || !right.HasFields ? default : FieldEvidence.Compare(left.Fields, right.Fields, rarity);
        LegalForms = LegalFormComparison.Compare(left.Forms, right.Forms);
        _allLetters.Use(left.Codes);
        vector.Use(left.Grams);
        Matching.Features.Fill(
            _features, _comparison, vector.CosineWith(right.Grams, gramNorm), _allLetters.With(right.Codes), LegalForms, _fields);
        return new(Weights.LogOdds(_features), CeilingOf(_comparison, _fields, LegalForms), _comparison.HasSameLetters && !_fields.IsProof, LegalForms);
    }

    private static MatchBand CeilingOf(in NameComparison names, in FieldComparison fields, LegalFormRelation forms)
    {
        var areSisters = (names.Doubts & (Doubts.NumbersDiffer | Doubts.Opposites)) != 0;
        if (fields.IsProof && !fields.Contradicts)
        {
            // Companies of one group share a tax number: each with words of its own, they are two.
            var areTwo = names.LeftOver > 0 && names.RightOver > 0;
            return names.Similarity >= 0.6 && !areSisters && !areTwo ? MatchBand.High : MatchBand.Medium;
        }

        return areSisters || IsAccountNumberAlone(names, fields) ? MatchBand.Low
            : fields.Contradicts || AllDiffer(fields) || names.Doubts != Doubts.None || names.Similarity < 0.8 || forms == LegalFormRelation.Different ? MatchBand.Medium
            : MatchBand.High;
    }

    // Numbers that each side gives by itself meet by chance.
    private static bool IsAccountNumberAlone(in NameComparison names, in FieldComparison fields) =>
        fields.Same.Bits == 1 << (int)FieldKind.AccountNumber && names.Similarity < 0.5;

    // One address may be old. Where everything that is known differs, the same name is somebody else's.
    private static bool AllDiffer(in FieldComparison fields) =>
        fields.Same.Bits == 0 && BitOperations.PopCount((uint)fields.Different.Bits) >= FewestToDoubt;
}
