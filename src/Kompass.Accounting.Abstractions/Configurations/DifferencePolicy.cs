namespace Kompass.Accounting;

/// <summary>What is done with a document whose totals the ledger would compute differently from Kompass.</summary>
public enum DifferencePolicy
{
    /// <summary>It is held: the default.</summary>
    Hold,

    /// <summary>
    /// A net amount that differs is made equal by a line to the rounding account, at a tax rate of 0 %. A VAT that differs is held:
    /// such a line cannot change it.
    /// </summary>
    RoundingLine,

    /// <summary>A VAT that differs is stated on the lines, penny by penny, where the ledger's own rounding departs most. A net amount that differs is held.</summary>
    TaxAmounts,
}
