namespace Kompass.Accounting.Matching;

/// <summary>Compares the corroborating fields of two records.</summary>
/// <remarks>
/// Agreement on a value that one record has counts fully, on a value that ten records share about a third of it. What phone, postal code,
/// street and register numbers are worth is learnt; e-mail address, domain and account number are in no development set and are worth
/// the log odds given here. E-mail address and domain count once.
/// </remarks>
internal static class FieldEvidence
{
    private const int ShortestNumberWithASlip = 6;

    // Many share a postal area: about as much as a postal code that ten records have.
    private const double OfPart = 0.3;

    internal static FieldComparison Compare(NormalizedFields left, NormalizedFields right, FieldRarity rarity)
    {
        var sum = new Sum(rarity);
        var company = sum.Add(FieldKind.CompanyNumber, left.CompanyNumber, right.CompanyNumber);
        var tax = left.TaxCountry is { } country && right.TaxCountry is { } otherCountry && country != otherCountry
            ? sum.Add(FieldKind.TaxNumber, country, otherCountry)
            : sum.Add(FieldKind.TaxNumber, left.TaxNumber, right.TaxNumber);
        var contradicts = sum.Different.Bits != 0;
        var nearly = sum.HasSlip;
        var byHand = 0.0;
        if (rarity.SharesAccountNumbers && left.AccountNumber is { } one && right.AccountNumber is { } other
            && (one == other || rarity.BelongToOthers(FieldKind.AccountNumber, one, other)))
        {
            var account = sum.Add(FieldKind.AccountNumber, one, other);
            byHand += account > 0 ? 3.5 * account : -2;
            contradicts |= one != other;
        }

        byHand += AddEmail(ref sum, left, right);
        var phone = sum.Add(FieldKind.Phone, left.Phone, right.Phone);
        var postalCode = PostalAreas.AreOne(left.PostalCode, right.PostalCode)
            ? sum.AddPart(FieldKind.PostalArea)
            : sum.Add(FieldKind.PostalCode, left.PostalCode, right.PostalCode);
        var street = AddStreet(ref sum, left.Street, right.Street);
        byHand += AtLeast(company, sum, FieldKind.CompanyNumber) + AtLeast(tax, sum, FieldKind.TaxNumber) + AtLeast(phone, sum, FieldKind.Phone)
            + AtLeast(postalCode, sum, FieldKind.PostalCode) + AtLeast(street, sum, FieldKind.Street);
        return new(byHand, Math.Max(company, tax), phone, postalCode, street, nearly, company == 1 || tax == 1, contradicts, sum.Same, sum.Different);
    }

    // Whatever is learnt, agreement speaks for a pair and difference against it.
    private static double AtLeast(double agreement, in Sum sum, FieldKind kind) => sum.Different.Has(kind) ? -0.2 : 0.4 * agreement;

    private static double AddEmail(ref Sum sum, NormalizedFields left, NormalizedFields right)
    {
        if (left.Email is not null && left.Email == right.Email)
        {
            return 3 * sum.Add(FieldKind.Email, left.Email, right.Email);
        }

        var domain = sum.Add(FieldKind.Domain, left.Domain, right.Domain);
        return sum.Different.Has(FieldKind.Domain) ? -0.5 : 2 * domain;
    }

    private static double AddStreet(ref Sum sum, Street? left, Street? right)
    {
        if (left is null || right is null)
        {
            return 0;
        }

        if (!left.SharesWordWith(right))
        {
            return sum.Add(FieldKind.Street, "", "-");
        }

        return left.House == right.House ? sum.Add(FieldKind.Street, left.Key ?? "", left.Key ?? "") : 0;
    }

    private struct Sum(FieldRarity rarity)
    {
        internal FieldSet Same { get; private set; }

        internal FieldSet Different { get; private set; }

        /// <summary>Some number differs by one slip of the hand.</summary>
        internal bool HasSlip { get; private set; }

        /// <summary>Agreement as far as a value is given.</summary>
        internal double AddPart(FieldKind kind)
        {
            Same = Same.With(kind);
            return OfPart;
        }

        /// <summary>1 when the value is the same and nobody else has it, less when others have it too, 0 when it is not the same.</summary>
        internal double Add(FieldKind kind, string? left, string? right)
        {
            if (left is null || right is null)
            {
                return 0;
            }

            if (!string.Equals(left, right, StringComparison.Ordinal))
            {
                Different = Different.With(kind);
                HasSlip |= Math.Min(left.Length, right.Length) >= ShortestNumberWithASlip && IsOneSlip(left, right);
                return 0;
            }

            Same = Same.With(kind);
            return 1 / (1 + Math.Log(rarity.Of(kind, left)));
        }
    }

    // One character replaced, dropped, added, or two neighbours swapped.
    private static bool IsOneSlip(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var rest = one.AsSpan(start);
        var otherRest = other.AsSpan(start);
        return (rest.Length - otherRest.Length) switch
        {
            0 => rest[1..].SequenceEqual(otherRest[1..])
                || (rest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..])),
            1 => rest[1..].SequenceEqual(otherRest),
            -1 => otherRest[1..].SequenceEqual(rest),
            _ => false,
        };
    }
}
