namespace Kompass.Accounting;

/// <summary>Where Kompass's invoices, credit notes and journals come from: implemented by the host.</summary>
public interface IInvoiceSource : IRecordSource<InvoiceId, Invoice>
{
    /// <inheritdoc/>
    Task<IReadOnlyList<Invoice>> IRecordSource<InvoiceId, Invoice>.SearchAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        string text,
        int maximum,
        CancellationToken cancellationToken) =>
        SourceSearch.ScanAsync(
            this,
            organisations,
            invoice => SourceSearch.Holds(invoice.Reference, text) || SourceSearch.Holds(invoice.Id.Value, text),
            maximum,
            cancellationToken);
}
