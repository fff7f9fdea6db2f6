namespace Kompass.Accounting;

/// <summary>What was read of both sources for one plan.</summary>
/// <param name="Clients">The clients that something may have to be done about.</param>
/// <param name="Invoices">Likewise the documents.</param>
/// <param name="Missing">Documents that were sent and are not listed any more.</param>
/// <param name="Unchanged">How many others are as they were sent.</param>
/// <param name="Reached">How far the sources were read.</param>
internal sealed record SourceReadings(
    IReadOnlyList<SourceItem<ClientId, Client>> Clients,
    IReadOnlyList<SourceItem<InvoiceId, Invoice>> Invoices,
    IReadOnlyList<DocumentLink> Missing,
    int Unchanged,
    SourceProgress Reached)
{
    /// <summary>True when documents were left for another plan of the same run.</summary>
    public bool LeftSome { get; init; }
}
