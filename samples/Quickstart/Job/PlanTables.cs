using System.Globalization;
using Kompass.Accounting;

namespace Quickstart;

/// <summary>Shows a plan to a person.</summary>
internal static class PlanTables
{
    public static void Show(IDisplay display, SyncPlan plan, IReadOnlyList<LedgerAccount> accounts)
    {
        display.Table("Changes", ["what", "records"], plan.Operations
            .GroupBy(Kind)
            .Select(group => (IReadOnlyList<string>)[group.Key, $"{group.Count()}"])
            .Append(["unchanged", $"{plan.Unchanged}"])
            .Append(["calls, if nothing fails", $"{plan.EstimatedCalls}"]));
        display.Table("Postings", ["account", "currency", "debit", "credit"], plan.AccountTotals
            .Select(total => (IReadOnlyList<string>)
                [AccountOf(total, accounts) + (total.IsDefault ? " (by default)" : ""), $"{total.Currency}", Money(total.Debit), Money(total.Credit)]));
        display.Table("VAT", ["class", "months", "currency", "net", "VAT"], plan.Postings
            .Where(posting => posting.TaxType is not null)
            .GroupBy(posting => (posting.TaxType, posting.Currency))
            .Select(group => (IReadOnlyList<string>)
            [
                group.Key.TaxType!,
                $"{group.Min(posting => posting.Month):yyyy-MM} to {group.Max(posting => posting.Month):yyyy-MM}",
                $"{group.Key.Currency}",
                Money(Credits(group, isVat: false)),
                Money(Credits(group, isVat: true)),
            ]));
        display.Table("Held", ["reason", "records", "for example", "what to do"], plan.Holds
            .GroupBy(hold => hold.Reason)
            .OrderByDescending(group => group.Count())
            .Select(group => (IReadOnlyList<string>)[$"{group.Key}", $"{group.Count()}", $"{group.First().Title}: {group.First().Detail}", group.First().Remedy]));
        display.Table("Not sent", ["reason", "records"], plan.Skipped
            .GroupBy(skipped => skipped.Reason)
            .Select(group => (IReadOnlyList<string>)[$"{group.Key}", $"{group.Count()}"]));
    }

    private static decimal Credits(IEnumerable<PlannedPosting> postings, bool isVat) =>
        postings.Where(posting => posting.Account == "VAT" == isVat).Sum(posting => posting.Credit - posting.Debit);

    private static string Kind(PlannedOperation operation) => operation switch
    {
        CreateDocument { Content.Kind: DocumentKind.Invoice } => "invoices created",
        CreateDocument { Content.Kind: DocumentKind.CreditNote } => "credit notes created",
        CreateDocument => "journals created",
        AllocateCredit => "credit notes allocated",
        CreateContact => "contacts created",
        UpdateContact => "contacts updated",
        VoidDocument => "documents voided",
        _ => "documents updated",
    };

    /// <summary>A plan names the two accounts that Xero chooses by their part; Xero's list of accounts says which ones they are.</summary>
    private static string AccountOf(AccountTotal total, IReadOnlyList<LedgerAccount> accounts)
    {
        var part = total.Account switch { "Receivables" => "DEBTORS", "VAT" => "GST", _ => null };
        return part is not null && accounts.FirstOrDefault(account => account.SystemAccount == part) is { } account ? account.ToString() : total.Account;
    }

    private static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
