namespace Kompass.Xero.Emulator;

/// <summary>An account of the chart. Immutable.</summary>
public sealed record EmulatedAccount
{
    /// <summary>The account's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name, unique.</summary>
    public required string Name { get; init; }

    /// <summary>The code; <see langword="null"/> for an account without one.</summary>
    public string? Code { get; init; }

    /// <summary>The type, such as REVENUE. Open set.</summary>
    public string Type { get; init; } = "REVENUE";

    /// <summary>ASSET, EQUITY, EXPENSE, LIABILITY or REVENUE.</summary>
    public string Class { get; init; } = "REVENUE";

    /// <summary>The default tax type.</summary>
    public string? TaxType { get; init; }

    /// <summary>ACTIVE, ARCHIVED or DELETED. Default: ACTIVE.</summary>
    public string Status { get; init; } = "ACTIVE";

    /// <summary>The role, such as DEBTORS; empty or <see langword="null"/> for none.</summary>
    public string? SystemAccount { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether payments may be booked to it.</summary>
    public bool EnablePaymentsToAccount { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedDateUtc { get; init; }

    internal bool IsActive => Status == "ACTIVE";
}
