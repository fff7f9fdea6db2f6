namespace Kompass.Accounting;

/// <summary>A line to be written into a document.</summary>
public sealed record DocumentLine
{
    /// <summary>What was delivered.</summary>
    public string? Description { get; init; }

    /// <summary>Number of units, up to four decimals; 1 on journals.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>Price of one unit, up to four decimals. On a journal: the line's amount, positive for a debit.</summary>
    public required decimal UnitAmount { get; init; }

    /// <summary>The account by its code; null where the account has none.</summary>
    public string? AccountCode { get; init; }

    /// <summary>The account by its id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The tax rate by its code; null on journals without tax.</summary>
    public string? TaxType { get; init; }

    /// <summary>The line's tax, where it is stated; null (the rule) leaves it to the ledger to compute.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>The item by its code; null when there is none.</summary>
    public string? ItemCode { get; init; }
}
