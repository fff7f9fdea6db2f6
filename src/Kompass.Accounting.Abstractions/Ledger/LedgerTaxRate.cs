namespace Kompass.Accounting;

/// <summary>A tax rate of the ledger.</summary>
public sealed record LedgerTaxRate
{
    /// <summary>Its code, by which it is sent.</summary>
    public required string TaxType { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The rate in per cent, compound components included.</summary>
    public required decimal Percent { get; init; }

    /// <summary>False when it is archived or deleted.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The classes of accounts to which it may apply.</summary>
    public required IReadOnlySet<AccountClass> AppliesTo { get; init; }

    /// <summary>Whether sales may carry it: false for a rate of purchases, whatever its per cent.</summary>
    public bool AcceptsSales => AppliesTo.Contains(AccountClass.Revenue);
}
