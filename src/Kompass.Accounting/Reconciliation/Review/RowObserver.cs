namespace Kompass.Accounting;

/// <summary>Looks at what the decisions about some rows are checked against, and no further. Thread-safe.</summary>
internal sealed class RowObserver(
    IMappingStore mappings,
    IClientSource clients,
    IContactStore contacts,
    IContactMirror mirror,
    ProviderDescriptor provider,
    TimeProvider clock)
{
    public async Task<ReviewContext> ObserveAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        ReconciliationReport report,
        IReadOnlyCollection<(ReconciliationRow Row, RowDecision Decision)> decided,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        var shown = decided.Select(entry => entry.Row.Contact?.Id).OfType<RemoteContactId>().ToHashSet();
        var meant = decided.Select(entry => entry.Decision.Client ?? entry.Row.Client?.Id).OfType<ClientId>().ToHashSet();

        // What stands in the way is named, and not by its id alone.
        var nearby = links.Where(link => shown.Contains(link.RemoteContactId) || meant.Contains(link.ClientId)).ToList();
        return new()
        {
            Provider = provider,
            Connection = connection,
            Contacts = await FindContactsAsync(connection, decided, nearby, cancellationToken),
            Clients = await FindClientsAsync(configuration, [.. meant, .. nearby.Select(link => link.ClientId)], cancellationToken),
            Links = links,
            Decisions = await mappings.GetDecisionsAsync(connection.OrganisationId, cancellationToken),
            Reports = [report],
            RequestedBy = requestedBy,
            Now = clock.GetUtcNow(),
        };
    }

    /// <summary>A contact that is to be linked is read from the ledger, since it may have been archived or merged; others are not.</summary>
    private async Task<IReadOnlyCollection<RemoteContact>> FindContactsAsync(
        RemoteConnection connection,
        IReadOnlyCollection<(ReconciliationRow Row, RowDecision Decision)> decided,
        IReadOnlyCollection<ContactLink> nearby,
        CancellationToken cancellationToken)
    {
        var linked = decided.Where(entry => entry.Decision.Choice == RowChoice.Link).Select(entry => entry.Row.Contact?.Id).OfType<RemoteContactId>().ToHashSet();
        var read = linked.Count == 0 ? [] : await contacts.FindAsync(connection, linked, cancellationToken);
        if (read.Count > 0)
        {
            await mirror.SaveAsync(connection.OrganisationId, read, null, cancellationToken);
        }

        var others = decided.Select(entry => entry.Row.Contact?.Id).OfType<RemoteContactId>()
            .Concat(nearby.Select(link => link.RemoteContactId))
            .Where(id => !linked.Contains(id))
            .ToHashSet();
        return others.Count == 0 ? read : [.. read, .. await mirror.FindAsync(connection.OrganisationId, others, cancellationToken)];
    }

    private async Task<IReadOnlyDictionary<ClientId, Client>> FindClientsAsync(
        SyncConfiguration configuration, HashSet<ClientId> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? new Dictionary<ClientId, Client>()
            : (await clients.FindAsync(configuration.Organisations, ids, cancellationToken))
                .Where(item => item.Record is not null)
                .ToDictionary(item => item.Key, item => item.Record!);
}
