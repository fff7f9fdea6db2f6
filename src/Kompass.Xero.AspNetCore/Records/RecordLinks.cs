namespace Kompass.Xero.AspNetCore;

/// <summary>Finds what the records that are shown are in Xero, and where they stand there; of no others.</summary>
internal sealed class RecordLinks(IMappingStore mappings, XeroAddresses addresses)
{
    /// <summary>The link with its address.</summary>
    public async Task<RecordLink> PlaceAsync(RemoteConnection connection, RecordLink link, CancellationToken cancellationToken) => link with
    {
        Address = link.Kind is { } kind
            ? await addresses.DocumentAsync(connection, kind, new(link.Id), cancellationToken)
            : await addresses.ContactAsync(connection, new(link.Id), cancellationToken),
    };

    public async Task<IReadOnlyList<RecordGroup>> AddAsync(
        RemoteConnection connection, IReadOnlyList<RecordGroup> groups, CancellationToken cancellationToken)
    {
        var organisation = connection.OrganisationId;
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

        var placed = new List<RecordGroup>();
        foreach (var group in groups)
        {
            var rows = new List<RecordRow>(group.Rows);
            for (var place = 0; place < Math.Min(RecordGroup.Shown, rows.Count); place++)
            {
                var link = rows[place].Link ?? links.GetValueOrDefault(rows[place].Record);
                rows[place] = rows[place] with { Link = link is null ? null : await PlaceAsync(connection, link, cancellationToken) };
            }

            placed.Add(group with { Rows = rows });
        }

        return placed;

        List<TId> Ids<TId>(RecordKind kind, Func<string, TId> create) => [.. shown.Where(record => record.Kind == kind).Select(record => create(record.Id))];
    }
}
