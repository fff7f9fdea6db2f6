using Kompass.Xero.Emulator;

namespace Quickstart;

/// <summary>Debits and credits of each account and tax rate are what the data says, beside what people had entered before.</summary>
internal static class LedgerCheck
{
    private static readonly string[] ControlAccounts = ["610", "820"];

    public static void Run(JobContext context, BooksSnapshot books, ExpectedBooks expected)
    {
        var earlier = context.Before.Ledger.Select(entry => entry.DocumentId).ToHashSet();
        var actual = books.Ledger
            .Where(entry => !earlier.Contains(entry.DocumentId))
            .GroupBy(entry => (Account: entry.AccountCode, TaxType: ControlAccounts.Contains(entry.AccountCode) ? "" : entry.TaxType))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Debit - entry.Credit));
        var wanted = expected.Ledger();
        foreach (var key in wanted.Keys.Union(actual.Keys))
        {
            var (balance, must) = (actual.GetValueOrDefault(key), wanted.GetValueOrDefault(key));
            context.Expect(balance == must, $"Account {key.Account} at '{key.TaxType}' stands at {balance}; {must} was expected.");
        }

        context.Expect(books.Ledger.Sum(entry => entry.Debit - entry.Credit) == 0, "Debits and credits differ.");
    }
}
