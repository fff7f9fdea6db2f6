namespace Kompass.Accounting.Matching;

/// <summary>What the corroborating fields say about a pair. Agreements are 0 to 1, by how few others have the value.</summary>
/// <param name="ByHand">Log odds of the fields whose worth is not learnt.</param>
/// <param name="Number">Agreement of company or tax number.</param>
/// <param name="Phone">Agreement of phone numbers.</param>
/// <param name="PostalCode">Agreement of postal codes.</param>
/// <param name="Street">Agreement of house number and street.</param>
/// <param name="IsNearNumber">Company or tax number differ by one slip of the hand.</param>
/// <param name="IsProof">A register or tax number that is unique on both sides is the same.</param>
/// <param name="Contradicts">A number that would be the same, if the pair were, is not.</param>
/// <param name="Same">Fields that agree.</param>
/// <param name="Different">Fields that do not.</param>
internal readonly record struct FieldComparison(
    double ByHand, double Number, double Phone, double PostalCode, double Street, bool IsNearNumber, bool IsProof, bool Contradicts, FieldSet Same, FieldSet Different)
{
    /// <summary>All agreement, in units of a postal code.</summary>
    internal double Agreement => Math.Max(0, ByHand) + (3 * Number) + (2 * Phone) + PostalCode + Street;
}
