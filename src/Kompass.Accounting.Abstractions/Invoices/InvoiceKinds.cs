namespace Kompass.Accounting;

internal static class InvoiceKinds
{
    public static InvoiceKind Derive(Invoice invoice) => invoice.Net switch
    {
        > 0 => InvoiceKind.Invoice,
        < 0 => InvoiceKind.CreditNote,
        _ when invoice.Vat != 0 => InvoiceKind.Undefined,
        _ when invoice.Allocations.All(line => line.Amount == 0) => InvoiceKind.Nothing,
        _ => InvoiceKind.Journal,
    };
}
