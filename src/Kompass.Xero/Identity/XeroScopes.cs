namespace Kompass.Xero;

/// <summary>The granular scopes of every module that the product offers: modules are chosen after consent, so all are asked for.</summary>
internal static class XeroScopes
{
    public static readonly IReadOnlyList<string> Required =
    [
        "openid",
        "profile",
        "email",
        "offline_access",
        "accounting.contacts",
        "accounting.invoices",
        "accounting.manualjournals",
        "accounting.settings.read",
    ];

    // Apps from before March 2026 may hold the broad scope, which contains these.
    private static readonly string[] OfTransactions = ["accounting.invoices", "accounting.manualjournals"];

    public static IReadOnlyList<string> Requested(XeroOptions options) =>
        [.. Required.Concat(options.AdditionalScopes).Distinct(StringComparer.Ordinal)];

    /// <summary>The accounting scopes that were asked for and not granted.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<string> requested, IReadOnlyCollection<string> granted) =>
        [.. requested.Where(scope => scope.StartsWith("accounting.", StringComparison.Ordinal) && !Covers(granted, scope))];

    private static bool Covers(IReadOnlyCollection<string> granted, string scope)
    {
        const string read = ".read";
        if (granted.Contains(scope))
        {
            return true;
        }

        var writing = scope.EndsWith(read, StringComparison.Ordinal) ? scope[..^read.Length] : scope;
        return granted.Contains(writing) || (OfTransactions.Contains(writing) && granted.Contains("accounting.transactions"));
    }
}
