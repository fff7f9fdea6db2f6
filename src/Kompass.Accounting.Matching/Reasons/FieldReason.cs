namespace Kompass.Accounting.Matching;

/// <summary>Says in words which fields agree and which do not.</summary>
internal static class FieldReason
{
    private static readonly (FieldKind Kind, string Words)[] Kinds =
    [
        (FieldKind.CompanyNumber, "company number"), (FieldKind.TaxNumber, "tax number"), (FieldKind.AccountNumber, "account number"),
        (FieldKind.Email, "e-mail address"), (FieldKind.Domain, "e-mail domain"), (FieldKind.Phone, "phone"),
        (FieldKind.Street, "street address"), (FieldKind.PostalCode, "postcode"), (FieldKind.PostalArea, "postal area"),
    ];

    internal static IEnumerable<string> Of(FieldComparison fields) =>
        Kinds.Where(k => fields.Same.Has(k.Kind)).Select(k => "same " + k.Words)
            .Concat(Kinds.Where(k => fields.Different.Has(k.Kind)).Select(k => "different " + k.Words));
}
