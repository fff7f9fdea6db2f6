namespace Kompass.Xero.Emulator;

/// <summary>An item of the price list. Immutable.</summary>
public sealed record EmulatedItem
{
    /// <summary>The item's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code, unique, at most 30 characters.</summary>
    public required string Code { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The description that sales lines take.</summary>
    public string? Description { get; init; }

    /// <summary>The description that purchase lines take.</summary>
    public string? PurchaseDescription { get; init; }

    /// <summary>The price of sales, 4 decimals.</summary>
    public decimal? SalesUnitPrice { get; init; }

    /// <summary>The account of sales.</summary>
    public string? SalesAccountCode { get; init; }

    /// <summary>The tax type of sales.</summary>
    public string? SalesTaxType { get; init; }

    /// <summary>The price of purchases, 4 decimals.</summary>
    public decimal? PurchaseUnitPrice { get; init; }

    /// <summary>The account of purchases.</summary>
    public string? PurchaseAccountCode { get; init; }

    /// <summary>The tax type of purchases.</summary>
    public string? PurchaseTaxType { get; init; }

    /// <summary>The account of stock on hand, which makes it tracked together with <see cref="CogsAccountCode"/>.</summary>
    public string? InventoryAssetAccountCode { get; init; }

    /// <summary>The account of the cost of goods sold.</summary>
    public string? CogsAccountCode { get; init; }

    /// <summary>Whether stock is tracked.</summary>
    public bool IsTracked { get; init; }

    /// <summary>Whether it is sold. Default: true.</summary>
    public bool IsSold { get; init; } = true;

    /// <summary>Whether it is bought. Default: true.</summary>
    public bool IsPurchased { get; init; } = true;

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedDateUtc { get; init; }
}
