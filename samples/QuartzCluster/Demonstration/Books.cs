using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace QuartzCluster;

/// <summary>What stands in Xero, asked of Xero and not of the nodes.</summary>
internal sealed class Books(XeroEmulator xero, IReadOnlyDictionary<string, (Guid Tenant, ConfigurationId Configuration)> organisations)
{
    /// <summary>How many invoices an organisation has.</summary>
    public int Invoices(string organisation) => xero.Control.Books(organisations[organisation].Tenant).Invoices.Count;

    /// <summary>Whether every organisation has at least so many invoices.</summary>
    public bool Hold(int count) => organisations.Keys.All(organisation => Invoices(organisation) >= count);

    /// <summary>Prints a line for each organisation.</summary>
    /// <returns>Whether every client and every invoice is there exactly once, and nothing else.</returns>
    public bool Show(int count)
    {
        var isRight = true;
        foreach (var (name, (tenant, _)) in organisations)
        {
            var books = xero.Control.Books(tenant);
            var numbers = books.Invoices.CountBy(invoice => invoice.Number ?? "").ToDictionary();
            var once = Enumerable.Range(0, count).Count(number => numbers.GetValueOrDefault(KompassRecords.Reference(name, number)) == 1);
            var isComplete = once == count && books.Invoices.Count == count && books.Contacts.Count == KompassRecords.ClientCount;
            isRight &= isComplete;
            Console.WriteLine($"{name,-14}  {books.Invoices.Count} invoices in Xero; of Kompass's {count}, {once} are there exactly once{(isComplete ? "" : "  WRONG")}");
        }

        return isRight;
    }
}
