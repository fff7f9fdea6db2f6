namespace Kompass.Xero.Emulator;

/// <summary>The scopes that Xero knows.</summary>
internal static class KnownScopes
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "openid", "profile", "email", "offline_access", "accounting.budgets.read", "accounting.journals.read", "accounting.reports.tenninetynine.read",
        "accounting.reports.aged.read", "accounting.reports.balancesheet.read", "accounting.reports.banksummary.read",
        "accounting.reports.budgetsummary.read", "accounting.reports.executivesummary.read", "accounting.reports.profitandloss.read",
        "accounting.reports.trialbalance.read", "accounting.reports.taxreports.read",
    };

    private static readonly HashSet<string> ReadAndWrite = new(StringComparer.Ordinal)
    {
        "accounting.invoices", "accounting.payments", "accounting.banktransactions", "accounting.manualjournals", "accounting.settings",
        "accounting.contacts", "accounting.attachments",
    };

    private static readonly HashSet<string> Broad = new(StringComparer.Ordinal)
    {
        "accounting.transactions", "accounting.transactions.read", "accounting.reports.read",
    };

    /// <summary>The scope with which an app sees its own connections, for client credentials only.</summary>
    public const string AppConnections = "app.connections";

    /// <summary>All scopes that may be asked for, for the discovery document.</summary>
    public static IEnumerable<string> Listed =>
        Plain.Concat(ReadAndWrite).Concat(ReadAndWrite.Select(scope => scope + ".read")).Append(AppConnections).Order(StringComparer.Ordinal);

    public static bool IsGrantable(string scope, EmulatorSwitches switches) =>
        Plain.Contains(scope)
        || ReadAndWrite.Contains(scope)
        || (scope.EndsWith(".read", StringComparison.Ordinal) && ReadAndWrite.Contains(scope[..^5]))
        || (switches.AllowBroadScopes && Broad.Contains(scope));
}
