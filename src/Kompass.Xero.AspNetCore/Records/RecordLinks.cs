namespace Kompass.Xero.AspNetCore;

/// <summary>Finds what the records that are shown are in Xero; of no others.</summary>
internal sealed class RecordLinks(IMappingStore mappings)
{
    public async Task<IReadOnlyList<RecordGroup>> AddAsync(
        RemoteOrganisationId organisation, IReadOnlyList<RecordGroup> groups, CancellationToken cancellationToken)
    {
        var shown = groups.SelectMany(group => group.Rows.Take(RecordGroup.Shown)).Where(row => row.Link is null).Select(row => row.Record).ToList();
        var links = new Dictionary<RecordKey, RecordLink>();
        foreach (var link in await mappings.FindContactLinksAsync(organisation, Ids(RecordKind.Client, id => new ClientId(id)), cancellationToken))
        {
            links[RecordKey.Of(link.ClientId)] = RecordLink.Of(link);
        }

        foreach (var link in await mappings.FindDocumentLinksAsync(organisation, Ids(RecordKind.Invoice, id => new InvoiceId(id)), cancellationToken))
        {
            links[RecordKey.Of(link.InvoiceId)] = RecordLink.Of(link);
        }

        return [.. groups.Select(group => group with { Rows = [.. group.Rows.Select(row => row with { Link = row.Link ?? links.GetValueOrDefault(row.Record) })] })];

        List<TId> Ids<TId>(RecordKind kind, Func<string, TId> create) => [.. shown.Where(record => record.Kind == kind).Select(record => create(record.Id))];
    }
}
