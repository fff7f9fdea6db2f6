namespace Kompass.Accounting;

/// <summary>Looks single records up in the host's sources.</summary>
internal sealed class KompassLookup(IClientSource clients, IEnumerable<IInvoiceSource> invoiceSources)
{
    public async Task<KompassRecord> FindAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        var organisations = scene.Configuration.Organisations;
        if (record.Kind == RecordKind.Client)
        {
            var found = await clients.FindAsync(organisations, [new ClientId(record.Id)], cancellationToken);
            return found.FirstOrDefault(item => item.Key.Value == record.Id)?.Record is { } client
                ? new(client.Name, RecordHash.Of(client), null)
                : Gone(record);
        }

        if (invoiceSources.LastOrDefault() is not { } source)
        {
            return Gone(record);
        }

        var documents = await source.FindAsync(organisations, [new InvoiceId(record.Id)], cancellationToken);
        return documents.FirstOrDefault(item => item.Key.Value == record.Id)?.Record is { } invoice
            ? new(invoice.Reference, RecordHash.Of(invoice), invoice)
            : Gone(record);
    }

    private static KompassRecord Gone(RecordKey record) => new(record.Id, RecordSkip.Gone, null);
}
