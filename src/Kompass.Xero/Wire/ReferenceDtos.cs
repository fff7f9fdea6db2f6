namespace Kompass.Xero.Wire;

/// <summary>GET, PUT and POST /Items.</summary>
internal sealed record ItemDto : WireElement
{
    public string? ItemID { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public bool? IsSold { get; init; }

    public bool? IsPurchased { get; init; }

    public bool? IsTrackedAsInventory { get; init; }

    public ItemDetailsDto? SalesDetails { get; init; }

    public ItemDetailsDto? PurchaseDetails { get; init; }

    public DateTimeOffset? UpdatedDateUTC { get; init; }
}

internal sealed record ItemDetailsDto
{
    public decimal? UnitPrice { get; init; }

    public string? AccountCode { get; init; }

    public string? TaxType { get; init; }
}

/// <summary>GET /Accounts.</summary>
internal sealed record AccountDto : WireElement
{
    public string? AccountID { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Status { get; init; }

    public string? Type { get; init; }

    public string? Class { get; init; }

    public string? TaxType { get; init; }

    public string? SystemAccount { get; init; }

    public string? Description { get; init; }

    public string? CurrencyCode { get; init; }

    public bool? EnablePaymentsToAccount { get; init; }

    public DateTimeOffset? UpdatedDateUTC { get; init; }
}

/// <summary>GET /TaxRates.</summary>
internal sealed record TaxRateDto
{
    public string? Name { get; init; }

    public string? TaxType { get; init; }

    public string? ReportTaxType { get; init; }

    public string? Status { get; init; }

    public decimal? DisplayTaxRate { get; init; }

    public decimal? EffectiveRate { get; init; }

    public bool? CanApplyToAssets { get; init; }

    public bool? CanApplyToEquity { get; init; }

    public bool? CanApplyToExpenses { get; init; }

    public bool? CanApplyToLiabilities { get; init; }

    public bool? CanApplyToRevenue { get; init; }
}

/// <summary>GET /Currencies.</summary>
internal sealed record CurrencyDto
{
    public string? Code { get; init; }

    public string? Description { get; init; }
}

/// <summary>GET /Organisation.</summary>
internal sealed record OrganisationDto
{
    public string? OrganisationID { get; init; }

    public string? Name { get; init; }

    public string? LegalName { get; init; }

    public bool? PaysTax { get; init; }

    public string? Version { get; init; }

    public string? CountryCode { get; init; }

    public string? BaseCurrency { get; init; }

    public bool? IsDemoCompany { get; init; }

    public string? OrganisationStatus { get; init; }

    public DateOnly? PeriodLockDate { get; init; }

    public DateOnly? EndOfYearLockDate { get; init; }

    public string? DefaultSalesTax { get; init; }

    public string? Timezone { get; init; }

    public string? ShortCode { get; init; }

    public string? Class { get; init; }
}

/// <summary>GET /Organisation/Actions.</summary>
internal sealed record ActionDto
{
    public string? Name { get; init; }

    public string? Status { get; init; }
}

/// <summary>GET /InvoiceReminders/Settings.</summary>
internal sealed record ReminderSettingsDto
{
    public bool? Enabled { get; init; }
}

/// <summary>GET /connections: camel case, and dates without a zone.</summary>
internal sealed record ConnectionDto
{
    public string? Id { get; init; }

    public string? AuthEventId { get; init; }

    public string? TenantId { get; init; }

    public string? TenantType { get; init; }

    public string? TenantName { get; init; }
}
