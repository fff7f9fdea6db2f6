using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace QuartzCluster;

/// <summary>What stands in Xero, asked of Xero and not of the nodes.</summary>
internal sealed class Books(XeroEmulator xero, IReadOnlyDictionary<string, (Guid Tenant, ConfigurationId Configuration)> organisations)
{
    /// <summary>Whether an organisation has fewer invoices than Kompass will have written in the end.</summary>
    public bool HasLess => organisations.Values.Any(organisation => xero.Control.Books(organisation.Tenant).Invoices.Count < KompassRecords.InvoiceCount);

    /// <summary>Prints a line for each organisation.</summary>
    /// <returns>Whether every client and every invoice is there exactly once, and nothing else.</returns>
    public bool Show()
    {
        var isRight = true;
        foreach (var (name, (tenant, _)) in organisations)
        {
            var books = xero.Control.Books(tenant);
            var expected = Enumerable.Range(0, KompassRecords.InvoiceCount).Select(number => KompassRecords.Reference(name, number));
            var once = expected.Count(reference => books.Invoices.Count(invoice => invoice.Number == reference) == 1);
            var isComplete = once == KompassRecords.InvoiceCount && books.Invoices.Count == once && books.Contacts.Count == KompassRecords.ClientCount;
            isRight &= isComplete;
            Console.WriteLine($"{name,-14}  {books.Invoices.Count} invoices in Xero, {once} of Kompass's {KompassRecords.InvoiceCount} exactly once; {books.Contacts.Count} contacts{(isComplete ? "" : "  WRONG")}");
        }

        return isRight;
    }
}
