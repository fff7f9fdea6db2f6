namespace Kompass.Accounting.Matching;

/// <summary>A name as the matcher reads it.</summary>
/// <param name="Original">The name as it was written, cut and trimmed.</param>
/// <param name="Variants">The ways to read it; none if it has no letter and no digit.</param>
/// <param name="LegalForms">The legal forms that were taken out of it.</param>
/// <param name="Words">The distinct words of all variants, in the order of the name.</param>
/// <param name="Grams">The distinct 3-grams of those words, in the order of the name.</param>
/// <param name="Codes">All letters and digits as they were written, legal forms included, as codes.</param>
internal sealed record NormalizedName(
    string Original, NameVariant[] Variants, LegalForm[] LegalForms, Token[] Words, int[] Grams, byte[] Codes)
{
    internal bool HasTradingName { get; } = Array.Exists(Variants, v => v.IsTradingName);
}
