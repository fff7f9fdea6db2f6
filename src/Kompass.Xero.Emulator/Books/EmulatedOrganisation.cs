namespace Kompass.Xero.Emulator;

/// <summary>An organisation (tenant) as its books know it. Immutable.</summary>
public sealed record EmulatedOrganisation
{
    /// <summary>The organisation's id, which is the tenant id of every call.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>The name in law; <see langword="null"/> when it is the same.</summary>
    public string? LegalName { get; init; }

    /// <summary>The currency of the books. Default: GBP.</summary>
    public string BaseCurrency { get; init; } = "GBP";

    /// <summary>The country. Default: GB.</summary>
    public string CountryCode { get; init; } = "GB";

    /// <summary>Xero's regional version. Default: UK.</summary>
    public string Version { get; init; } = "UK";

    /// <summary>The Windows name of the time zone in capitals without blanks. Default: GMTSTANDARDTIME.</summary>
    public string TimeZone { get; init; } = "GMTSTANDARDTIME";

    /// <summary>Nothing dated on or before it may be written; <see langword="null"/> for none.</summary>
    public DateOnly? PeriodLockDate { get; init; }

    /// <summary>The lock of the financial year; <see langword="null"/> for none.</summary>
    public DateOnly? EndOfYearLockDate { get; init; }

    /// <summary>The code of deep links. Default: <c>!KmPss</c>.</summary>
    public string ShortCode { get; init; } = "!KmPss";

    /// <summary>The plan. Open set. Default: PREMIUM.</summary>
    public string Class { get; init; } = "PREMIUM";

    /// <summary>Whether it is registered for tax. Default: true.</summary>
    public bool PaysTax { get; init; } = true;

    /// <summary>Whether it is Xero's demo company. Default: true.</summary>
    public bool IsDemoCompany { get; init; } = true;

    /// <summary>Whether it reminds customers of unpaid invoices. Default: false.</summary>
    public bool SendsInvoiceReminders { get; init; }

    /// <summary>How many other uncertified apps it is connected to; Xero allows two in all. Default: 0.</summary>
    public int OtherUncertifiedApps { get; init; }

    /// <summary>How many sales invoices its plan lets be approved in a calendar month; <see langword="null"/> for any number. Default: <see langword="null"/>.</summary>
    public int? ApprovalsPerMonth { get; init; }

    /// <summary>The actions that plan or role deny, such as <c>CreateApprovedInvoice</c>. Default: none.</summary>
    public IReadOnlyList<string> DeniedActions { get; init; } = [];

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedUtc { get; init; }
}
