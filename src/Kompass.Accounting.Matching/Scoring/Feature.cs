namespace Kompass.Accounting.Matching;

/// <summary>What the score of a pair is made of. Each has a weight of the same name in the file of learnt weights.</summary>
/// <remarks>"Above" means: how far the measure is above the number of hundredths, else 0; so that a weight may differ from range to range.</remarks>
internal enum Feature
{
    /// <summary>Always 1.</summary>
    Constant,
    Share,
    ShareAbove60,
    ShareAbove80,
    ShareAbove95,
    Letters,
    LettersAbove60,
    LettersAbove75,
    LettersAbove90,

    /// <summary>The <see cref="LetterRatio"/> of all letters as they were written, legal forms included.</summary>
    AllLetters,
    AllLettersAbove40,
    AllLettersAbove55,
    AllLettersAbove70,
    AllLettersAbove85,

    /// <summary>Cosine of the weighted 3-grams.</summary>
    Grams,
    GramsAbove30,
    GramsAbove50,
    GramsAbove70,
    GramsAbove90,

    /// <summary>The share of the lighter name that found its counterpart.</summary>
    Contained,
    ContainedAbove80,
    Shared,
    Unequal,
    StartsAlike,
    EndsAlike,
    SameLetters,
    OtherOrder,
    NumbersDiffer,
    NumberMissing,
    FormsDiffer,
    FormOfOne,
    Acronym,
    Initials,
    TradingName,

    /// <summary>The product of <see cref="Share"/> and <see cref="Grams"/>.</summary>
    ShareAndGrams,

    /// <summary>The product of <see cref="Contained"/> and <see cref="Shared"/>.</summary>
    ContainedAndShared,

    /// <summary><see cref="FieldComparison.ByHand"/>; its weight is 1.</summary>
    FieldsByHand,

    /// <summary>Agreement of fields where the words differ.</summary>
    FieldsAgreeNamesDiffer,

    /// <summary>Agreement of fields where the letters differ.</summary>
    FieldsAgreeLettersDiffer,
    SamePhone,
    OtherPhone,
    SamePostcode,
    OtherPostcode,
    SameStreet,
    OtherStreet,
    SameNumber,
    NearNumber,
    OtherNumber,

    /// <summary>Fields differ and none agrees.</summary>
    NothingAgrees,

    /// <summary>The rarity of a name whose letters are the same while fields differ and none agrees: somebody has moved.</summary>
    SameNameElsewhere,
}
