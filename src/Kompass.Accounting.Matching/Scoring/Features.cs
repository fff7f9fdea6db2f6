namespace Kompass.Accounting.Matching;

/// <summary>Turns what was found out about a pair into numbers.</summary>
internal static class Features
{
    internal static readonly int Count = Enum.GetValues<Feature>().Length;

    internal static void Fill(Span<double> features, in NameComparison names, double grams, double allLetters, LegalFormRelation forms, in FieldComparison fields)
    {
        features.Clear();
        features[(int)Feature.Constant] = 1;
        FillNames(features, names, grams, allLetters);
        FillRules(features, names, forms);
        if (fields.Same.Bits != 0 || fields.Different.Bits != 0)
        {
            FillFields(features, names, fields);
        }
    }

    private static void FillNames(Span<double> features, in NameComparison names, double grams, double allLetters)
    {
        var lighter = names.Shared + Math.Min(names.LeftOver, names.RightOver);
        var contained = lighter == 0 ? 0 : (names.Shared - names.Unequal) / lighter;
        features[(int)Feature.Share] = names.Share;
        features[(int)Feature.ShareAbove60] = Above(names.Share, 0.60);
        features[(int)Feature.ShareAbove80] = Above(names.Share, 0.80);
        features[(int)Feature.ShareAbove95] = Above(names.Share, 0.95);
        features[(int)Feature.Letters] = names.Letters;
        features[(int)Feature.LettersAbove60] = Above(names.Letters, 0.60);
        features[(int)Feature.LettersAbove75] = Above(names.Letters, 0.75);
        features[(int)Feature.LettersAbove90] = Above(names.Letters, 0.90);
        features[(int)Feature.AllLetters] = allLetters;
        features[(int)Feature.AllLettersAbove40] = Above(allLetters, 0.40);
        features[(int)Feature.AllLettersAbove55] = Above(allLetters, 0.55);
        features[(int)Feature.AllLettersAbove70] = Above(allLetters, 0.70);
        features[(int)Feature.AllLettersAbove85] = Above(allLetters, 0.85);
        features[(int)Feature.Grams] = grams;
        features[(int)Feature.GramsAbove30] = Above(grams, 0.30);
        features[(int)Feature.GramsAbove50] = Above(grams, 0.50);
        features[(int)Feature.GramsAbove70] = Above(grams, 0.70);
        features[(int)Feature.GramsAbove90] = Above(grams, 0.90);
        features[(int)Feature.Contained] = contained;
        features[(int)Feature.ContainedAbove80] = Above(contained, 0.80);
        features[(int)Feature.Shared] = Math.Min(names.Shared, 2);
        features[(int)Feature.Unequal] = Math.Min(names.Unequal, 1);
        features[(int)Feature.StartsAlike] = One(names.StartsAlike);
        features[(int)Feature.EndsAlike] = One(names.EndsAlike);
        features[(int)Feature.ShareAndGrams] = names.Share * grams;
        features[(int)Feature.ContainedAndShared] = contained * Math.Min(names.Shared, 2);
    }

    private static void FillRules(Span<double> features, in NameComparison names, LegalFormRelation forms)
    {
        features[(int)Feature.SameLetters] = One(names.HasSameLetters);
        features[(int)Feature.OtherOrder] = One(names.Doubts.HasFlag(Doubts.WordOrder));
        features[(int)Feature.NumbersDiffer] = One(names.Doubts.HasFlag(Doubts.NumbersDiffer));
        features[(int)Feature.NumberMissing] = One(names.Doubts.HasFlag(Doubts.NumberMissing));
        features[(int)Feature.FormsDiffer] = One(forms == LegalFormRelation.Different);
        features[(int)Feature.FormOfOne] = One(forms == LegalFormRelation.OneSided);
        features[(int)Feature.Acronym] = One(names.Doubts.HasFlag(Doubts.Acronym));
        features[(int)Feature.Initials] = One(names.HasInitials);
        features[(int)Feature.TradingName] = One(names.Doubts.HasFlag(Doubts.TradingNameOnly));
    }

    private static void FillFields(Span<double> features, in NameComparison names, in FieldComparison fields)
    {
        const int Numbers = (1 << (int)FieldKind.CompanyNumber) | (1 << (int)FieldKind.TaxNumber);
        var agreement = Math.Min(fields.Agreement, 5);
        features[(int)Feature.FieldsByHand] = fields.ByHand;
        features[(int)Feature.FieldsAgreeNamesDiffer] = agreement * (1 - names.Share);
        features[(int)Feature.FieldsAgreeLettersDiffer] = agreement * (1 - names.Letters);
        features[(int)Feature.SamePhone] = fields.Phone;
        features[(int)Feature.OtherPhone] = One(fields.Different.Has(FieldKind.Phone));
        features[(int)Feature.SamePostcode] = fields.PostalCode;
        features[(int)Feature.OtherPostcode] = One(fields.Different.Has(FieldKind.PostalCode));
        features[(int)Feature.SameStreet] = fields.Street;
        features[(int)Feature.OtherStreet] = One(fields.Different.Has(FieldKind.Street));
        features[(int)Feature.SameNumber] = fields.Number;
        features[(int)Feature.NearNumber] = One(fields.IsNearNumber);
        features[(int)Feature.OtherNumber] = One((fields.Different.Bits & Numbers) != 0);
        features[(int)Feature.NothingAgrees] = One(fields.Same.Bits == 0);
        features[(int)Feature.SameNameElsewhere] = fields.Same.Bits == 0 && names.HasSameLetters ? Math.Min(names.Shared, 2) : 0;
    }

    private static double Above(double measure, double least) => Math.Max(0, measure - least);

    private static double One(bool isTrue) => isTrue ? 1 : 0;
}
