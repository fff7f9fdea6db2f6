namespace Kompass.Xero.Emulator;

/// <summary>The endpoints that Xero has and the emulator has not: they are told apart from misspelt ones.</summary>
internal static class OtherEndpoints
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyCollection<string> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "BankTransactions", "BankTransfers", "BatchPayments", "BrandingThemes", "Budgets", "ContactGroups", "Employees", "ExpenseClaims",
        "Journals", "LinkedTransactions", "Overpayments", "PaymentServices", "Prepayments", "PurchaseOrders", "Quotes",
        "Receipts", "RepeatingInvoices", "Reports", "Setup", "Users",
    };

    public static bool Has(string name) => Names.Contains(name);
}
