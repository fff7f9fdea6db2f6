namespace Kompass.Xero.Emulator.Tests;

internal static class BooksExtensions
{
    public static decimal UnitAmountOfFirstLine(this EmulatedDocument document) => document.Lines[0].UnitAmount;

    /// <summary>What stands on an account: debits less credits.</summary>
    public static decimal Balance(this BooksSnapshot books, string account) =>
        books.Ledger.Where(entry => entry.AccountCode == account).Sum(entry => entry.Debit - entry.Credit);

    public static Guid InvoiceIdOfFirst(this Xero xero) => xero.InvoiceId(Xero.Invoice(xero.Contact(), "A-1"));
}
