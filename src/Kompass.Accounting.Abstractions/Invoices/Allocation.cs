namespace Kompass.Accounting;

/// <summary>One line of an invoice: an amount for a department, a nominal account and a VAT rate.</summary>
public sealed record Allocation
{
    /// <summary>What was delivered: quote item and details.</summary>
    public string? Description { get; init; }

    /// <summary>Number of units, up to four decimals; 1 when not stated.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>
    /// Price of one unit, up to four decimals: without VAT when the configuration posts amounts exclusive of VAT,
    /// with VAT when it posts them inclusive. Negative on credit notes and on one side of a journal.
    /// </summary>
    public required decimal UnitAmount { get; init; }

    /// <summary>Kompass's code of the department or service; null when there is none.</summary>
    public string? DepartmentCode { get; init; }

    /// <summary>Kompass's code of the nominal account; null when there is none.</summary>
    public string? NominalCode { get; init; }

    /// <summary>Kompass's code of the VAT rate; null when there is none.</summary>
    public string? VatRateCode { get; init; }

    /// <summary>Quantity times unit amount, rounded half away from zero to two decimals.</summary>
    public decimal Amount => Money.Round(Quantity * UnitAmount);
}
