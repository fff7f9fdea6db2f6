namespace Kompass.Accounting;

/// <summary>A line as the ledger stored it.</summary>
public sealed record RemoteDocumentLine
{
    /// <summary>The ledger's id of the line; null on journals.</summary>
    public string? Id { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Number of units.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>Price of one unit.</summary>
    public decimal UnitAmount { get; init; }

    /// <summary>The line's amount; on journals positive for a debit.</summary>
    public required decimal LineAmount { get; init; }

    /// <summary>The line's tax.</summary>
    public decimal TaxAmount { get; init; }

    /// <summary>The account's code.</summary>
    public string? AccountCode { get; init; }

    /// <summary>The account's id; null when the ledger did not say.</summary>
    public string? AccountId { get; init; }

    /// <summary>The tax rate's code.</summary>
    public string? TaxType { get; init; }

    /// <summary>How people track the line, such as "Region: North"; empty when they do not, or when the ledger did not say.</summary>
    public IReadOnlyList<string> Tracking { get; init; } = [];

    /// <summary>The item's code.</summary>
    public string? ItemCode { get; init; }
}
