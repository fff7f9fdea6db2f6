namespace Kompass.Accounting;

/// <summary>The tax rate of a rounding line: 0 %, and no other class of tax could be meant.</summary>
internal static class RoundingTax
{
    /// <summary>The account's own rate if it is 0 %, else the only rate of 0 % that applies to the account; null when neither is there.</summary>
    public static LedgerTaxRate? Of(LedgerAccount account, IEnumerable<LedgerTaxRate> rates)
    {
        var free = rates.Where(rate => rate is { IsActive: true, Percent: 0 } && rate.AppliesTo.Contains(account.Class)).ToList();
        return account.TaxType is not null ? free.Find(rate => rate.TaxType == account.TaxType)
            : free.Count == 1 ? free[0]
            : null;
    }
}
