namespace Kompass.Xero.Emulator;

/// <summary>A tax rate. Immutable.</summary>
public sealed record EmulatedTaxRate
{
    /// <summary>The code, such as OUTPUT2: the key.</summary>
    public required string TaxType { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>The rate in per cent.</summary>
    public decimal Rate { get; init; }

    /// <summary>ACTIVE, DELETED, ARCHIVED or PENDING. Default: ACTIVE.</summary>
    public string Status { get; init; } = "ACTIVE";

    /// <summary>Whether it may be used on asset accounts.</summary>
    public bool CanApplyToAssets { get; init; }

    /// <summary>Whether it may be used on equity accounts.</summary>
    public bool CanApplyToEquity { get; init; }

    /// <summary>Whether it may be used on expense accounts.</summary>
    public bool CanApplyToExpenses { get; init; }

    /// <summary>Whether it may be used on liability accounts.</summary>
    public bool CanApplyToLiabilities { get; init; }

    /// <summary>Whether it may be used on revenue accounts.</summary>
    public bool CanApplyToRevenue { get; init; }

    internal bool IsActive => Status == "ACTIVE";

    internal bool CanApplyTo(string accountClass) => accountClass switch
    {
        "ASSET" => CanApplyToAssets,
        "EQUITY" => CanApplyToEquity,
        "EXPENSE" => CanApplyToExpenses,
        "LIABILITY" => CanApplyToLiabilities,
        "REVENUE" => CanApplyToRevenue,
        _ => true,
    };
}
