namespace Kompass.Accounting;

/// <summary>The organisation in the ledger.</summary>
public sealed record LedgerOrganisation
{
    /// <summary>Its id.</summary>
    public required RemoteOrganisationId Id { get; init; }

    /// <summary>Its name, as people know it.</summary>
    public required string Name { get; init; }

    /// <summary>The currency of its books.</summary>
    public required CurrencyCode BaseCurrency { get; init; }

    /// <summary>Its time zone; UTC when the ledger's name for it is not known.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Two-letter country code.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Whether it is a demonstration organisation, whose data is reset from time to time.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether it is registered for tax.</summary>
    public bool PaysTax { get; init; } = true;

    /// <summary>Documents dated on or before it are refused; null when no period is locked.</summary>
    public DateOnly? PeriodLockDate { get; init; }

    /// <summary>Documents dated on or before it are refused; null when no year is closed.</summary>
    public DateOnly? EndOfYearLockDate { get; init; }

    /// <summary>The short code in addresses of the ledger's pages; null when there is none.</summary>
    public string? ShortCode { get; init; }

    /// <summary>The later of both lock dates; null when nothing is locked.</summary>
    public DateOnly? LockedUntil =>
        PeriodLockDate is { } period && EndOfYearLockDate is { } year
            ? (period > year ? period : year)
            : PeriodLockDate ?? EndOfYearLockDate;
}
