namespace Kompass.Accounting.Matching;

/// <summary>Compares the corroborating fields of two records.</summary>
/// <remarks>
/// Log odds, by hand from the development sets: agreement on a value that one record has is worth the full amount, on a value that
/// ten records share about a third of it. E-mail address and domain count once, and so do postal code and street.
/// </remarks>
internal static class FieldEvidence
{
    internal static FieldComparison Compare(NormalizedFields left, NormalizedFields right, FieldRarity rarity)
    {
        var sum = new Sum(rarity);
        var proof = sum.Add(FieldKind.CompanyNumber, left.CompanyNumber, right.CompanyNumber, same: 5, different: -3.5);
        proof |= sum.Add(FieldKind.TaxNumber, left.TaxNumber, right.TaxNumber, same: 5, different: -2.5);
        var contradicts = sum.Different.Bits != 0;
        if (left.AccountNumber is { } one && right.AccountNumber is { } other && (one == other || rarity.BelongToOthers(FieldKind.AccountNumber, one, other)))
        {
            sum.Add(FieldKind.AccountNumber, one, other, same: 3.5, different: -2);
            contradicts |= one != other;
        }

        if (left.Email is not null && left.Email == right.Email)
        {
            sum.Add(FieldKind.Email, left.Email, right.Email, same: 3, different: 0);
        }
        else
        {
            sum.Add(FieldKind.Domain, left.Domain, right.Domain, same: 2, different: -0.5);
        }

        sum.Add(FieldKind.Phone, left.Phone, right.Phone, same: 3, different: -0.6);
        sum.Add(FieldKind.PostalCode, left.PostalCode, right.PostalCode, same: 1.5, different: -0.6);
        AddStreet(ref sum, left.Street, right.Street);
        return new(sum.LogOdds, proof, contradicts, sum.Same, sum.Different);
    }

    private static void AddStreet(ref Sum sum, Street? left, Street? right)
    {
        if (left is null || right is null)
        {
            return;
        }

        var sharesStreet = left.SharesWordWith(right);
        if (sharesStreet && left.House == right.House)
        {
            var key = left.Key ?? "";
            sum.Add(FieldKind.Street, key, key, same: 2, different: 0);
        }
        else if (!sharesStreet)
        {
            sum.Add(FieldKind.Street, "", "-", same: 0, different: -0.5);
        }
    }

    private struct Sum(FieldRarity rarity)
    {
        internal double LogOdds { get; private set; }

        internal FieldSet Same { get; private set; }

        internal FieldSet Different { get; private set; }

        // True when the value is the same and nobody else has it.
        internal bool Add(FieldKind kind, string? left, string? right, double same, double different)
        {
            if (left is null || right is null)
            {
                return false;
            }

            if (!string.Equals(left, right, StringComparison.Ordinal))
            {
                LogOdds += different;
                Different = Different.With(kind);
                return false;
            }

            var holders = rarity.Of(kind, left);
            LogOdds += same / (1 + Math.Log(holders));
            Same = Same.With(kind);
            return holders == 1;
        }
    }
}
