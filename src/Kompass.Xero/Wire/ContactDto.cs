namespace Kompass.Xero.Wire;

/// <summary>GET, PUT and POST /Contacts.</summary>
internal sealed record ContactDto : WireElement
{
    public string? ContactID { get; init; }

    public string? ContactNumber { get; init; }

    public string? AccountNumber { get; init; }

    public string? ContactStatus { get; init; }

    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? EmailAddress { get; init; }

    public string? CompanyNumber { get; init; }

    public string? TaxNumber { get; init; }

    public string? DefaultCurrency { get; init; }

    public IReadOnlyList<AddressDto>? Addresses { get; init; }

    public IReadOnlyList<PhoneDto>? Phones { get; init; }

    public IReadOnlyList<ContactPersonDto>? ContactPersons { get; init; }

    public bool? IsCustomer { get; init; }

    public bool? IsSupplier { get; init; }

    public BalancesDto? Balances { get; init; }

    /// <summary>The surviving contact, after a merge.</summary>
    public string? MergedToContactID { get; init; }

    public DateTimeOffset? UpdatedDateUTC { get; init; }

    public override IEnumerable<MessageDto> NestedErrors =>
        (Addresses ?? []).SelectMany(a => a.ValidationErrors ?? []).Concat((Phones ?? []).SelectMany(p => p.ValidationErrors ?? []));
}

internal sealed record AddressDto
{
    public string? AddressType { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? AddressLine3 { get; init; }

    public string? AddressLine4 { get; init; }

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    public string? AttentionTo { get; init; }

    public IReadOnlyList<MessageDto>? ValidationErrors { get; init; }
}

internal sealed record PhoneDto
{
    public string? PhoneType { get; init; }

    public string? PhoneNumber { get; init; }

    public string? PhoneAreaCode { get; init; }

    public string? PhoneCountryCode { get; init; }

    public IReadOnlyList<MessageDto>? ValidationErrors { get; init; }
}

internal sealed record ContactPersonDto
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? EmailAddress { get; init; }

    public bool? IncludeInEmails { get; init; }
}

internal sealed record BalancesDto
{
    public BalanceDto? AccountsReceivable { get; init; }

    public BalanceDto? AccountsPayable { get; init; }
}

internal sealed record BalanceDto
{
    public decimal? Outstanding { get; init; }
}
