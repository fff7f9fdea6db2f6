namespace Kompass.Xero.Emulator.Tests;

public sealed class InvoiceTests
{
    [Fact]
    public void Put_three_lines_rounds_tax_per_line()
    {
        var xero = new Xero();
        xero.Control.AddTaxRate(xero.Tenant, "TAX015", "15%", 15);
        var invoice = xero.PutInvoice(Xero.Invoice(xero.Contact(), "A-1", "AUTHORISED", "a|1|25.06|200|TAX015", "b|1|25.61|200|TAX015", "c|1|25.63|200|TAX015"))
            .Ok().First("Invoices");
        Assert.Equal(11.44m, invoice["TotalTax"]!.GetValue<decimal>());
        Assert.Equal(87.74m, invoice["Total"]!.GetValue<decimal>());
    }
}
