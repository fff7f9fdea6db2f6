using Kompass.Accounting;

namespace AdminHost.Sample;

internal sealed class Invoices(SampleData data) : IInvoiceSource
{
    public IAsyncEnumerable<SourcePage<InvoiceId, Invoice>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        CancellationToken cancellationToken) =>
        SamplePages.Of(data.Invoices.Where(invoice => organisations.Contains(invoice.OrganisationId)), invoice => invoice.Id, after);
}
