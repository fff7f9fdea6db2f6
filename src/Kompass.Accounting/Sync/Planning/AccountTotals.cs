namespace Kompass.Accounting;

/// <summary>Adds up what a plan would post, by account.</summary>
internal sealed class AccountTotals
{
    private readonly Dictionary<(string Account, bool IsDefault), (decimal Debit, decimal Credit)> _totals = [];

    /// <summary>Adds an amount, positive for a debit.</summary>
    public void Post(string account, decimal amount, bool isDefault = false)
    {
        var (debit, credit) = _totals.GetValueOrDefault((account, isDefault));
        _totals[(account, isDefault)] = amount > 0 ? (debit + amount, credit) : (debit, credit - amount);
    }

    public IReadOnlyList<AccountTotal> ToList() =>
        [.. _totals
            .OrderBy(entry => entry.Key.Account, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.IsDefault)
            .Select(entry => new AccountTotal(entry.Key.Account, entry.Value.Debit, entry.Value.Credit, entry.Key.IsDefault))];
}
