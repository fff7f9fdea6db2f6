namespace Kompass.Xero.AspNetCore;

internal static class MenuEntries
{
    public static readonly IReadOnlyList<(string Title, string Path, string Description)> All =
    [
        ("Configurations", "/configurations", "Which Kompass organisations are linked to which Xero organisation, and how they sync."),
        ("Contacts", "/contacts", "Which Xero contact each Kompass client is."),
        ("Items", "/items", "Kompass departments and services to Xero items."),
        ("Accounts", "/accounts", "Kompass nominal accounts to Xero general ledger accounts."),
        ("Tax rates", "/tax-rates", "Kompass VAT rates to Xero tax types."),
        ("Reconciliations", "/reconciliations", "Comparisons of Xero contacts with Kompass clients, and the reviewed files."),
        ("Plan", "/plan", "What the next sync would do."),
        ("Runs", "/runs", "What each sync did."),
        ("Records", "/records", "What waits, why, and what to do."),
        ("Audit trail", "/audit", "Who decided what, when and why."),
    ];
}
