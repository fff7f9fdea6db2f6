namespace Kompass.Xero.AspNetCore;

/// <summary>An account that is used, and the tax rates in use that Xero does not take on it.</summary>
internal sealed record TaxClash(LedgerAccount Account, IReadOnlyList<LedgerTaxRate> Rates)
{
    /// <summary>What Xero's own catalogue tells; nothing where it does not know the account's class.</summary>
    public static IReadOnlyList<TaxClash> Find(IEnumerable<LedgerAccount> accounts, IReadOnlyCollection<LedgerTaxRate> rates) =>
    [
        .. accounts
            .Where(account => account.IsActive && account.Class != AccountClass.Other)
            .DistinctBy(account => account.Id)
            .Select(account => new TaxClash(account, [.. rates.Where(rate => rate is { IsActive: true, AcceptsSales: true } && !rate.AppliesTo.Contains(account.Class))]))
            .Where(clash => clash.Rates.Count > 0)
            .OrderBy(clash => clash.Account.Code, StringComparer.Ordinal),
    ];
}
