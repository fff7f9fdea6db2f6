namespace Kompass.Accounting.Tests;

/// <summary>Invoices, credit notes and journals from a list.</summary>
internal sealed class ListInvoiceSource : ListSource<InvoiceId, Invoice>, IInvoiceSource
{
    public ListInvoiceSource(params IEnumerable<Invoice> invoices) => Put(invoices);

    protected override InvoiceId KeyOf(Invoice record) => record.Id;

    protected override KompassOrganisationId OrganisationOf(Invoice record) => record.OrganisationId;
}
