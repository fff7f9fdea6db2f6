namespace Kompass.Accounting;

/// <summary>An invoice to or from a contact, as evidence of who the contact is.</summary>
public sealed record ContactInvoice
{
    /// <summary>Its number; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Its reference; null when it has none.</summary>
    public string? Reference { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Its currency; null when the ledger did not say.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>Total including tax.</summary>
    public required decimal Gross { get; init; }

    /// <summary>Its state.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>True for a bill that the contact sent, false for an invoice that was sent to the contact.</summary>
    public bool IsPurchase { get; init; }
}
