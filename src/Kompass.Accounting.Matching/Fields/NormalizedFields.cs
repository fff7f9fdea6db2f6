namespace Kompass.Accounting.Matching;

/// <summary>The corroborating fields of a record in a comparable form; null where the record says nothing.</summary>
internal sealed class NormalizedFields
{
    internal static readonly NormalizedFields None = new();

    private FieldKey[]? _keys;

    internal string? Email { get; init; }

    internal string? Domain { get; init; }

    internal string? Phone { get; init; }

    internal string? CompanyNumber { get; init; }

    internal string? TaxNumber { get; init; }

    /// <summary>The country that stands before the tax number, in two lower case letters.</summary>
    internal string? TaxCountry { get; init; }

    internal string? AccountNumber { get; init; }

    internal string? PostalCode { get; init; }

    internal Street? Street { get; init; }

    internal bool IsEmpty =>
        (Email ?? Phone ?? CompanyNumber ?? TaxNumber ?? AccountNumber ?? PostalCode) is null && Street is null;

    /// <summary>What the record can be found by, besides its name.</summary>
    internal FieldKey[] Keys => _keys ??= IsEmpty ? [] : [.. All().Where(v => v.Value is not null).Select(v => new FieldKey(v.Kind, v.Value!))];

    private (FieldKind Kind, string? Value)[] All() =>
    [
        (FieldKind.Email, Email), (FieldKind.Domain, Domain), (FieldKind.Phone, Phone), (FieldKind.CompanyNumber, CompanyNumber),
        (FieldKind.TaxNumber, TaxNumber), (FieldKind.AccountNumber, AccountNumber), (FieldKind.PostalCode, PostalCode), (FieldKind.Street, Street?.Key),
    ];
}
