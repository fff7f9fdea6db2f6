namespace Kompass.Accounting;

/// <summary>An item (product or service) of the ledger.</summary>
public sealed record LedgerItem
{
    /// <summary>Its code, unique.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The code of the account to which its sales post; null when it has none.</summary>
    public string? SalesAccountCode { get; init; }

    /// <summary>The tax rate of its sales; null when it has none.</summary>
    public string? SalesTaxType { get; init; }

    /// <summary>Whether it is sold.</summary>
    public bool IsSold { get; init; } = true;

    /// <summary>Whether stock is kept of it; such items are refused, since an invoice would move stock.</summary>
    public bool IsTracked { get; init; }
}
