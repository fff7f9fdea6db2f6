namespace Kompass.Accounting;

/// <summary>
/// Sees which of the told changes a run is made for: those of linked records that the sync has not written or read itself. People's other
/// invoices and contacts, and the echo of our own writes, cost no call.
/// </summary>
internal sealed class ChangeRelevance(IMappingStore mappings, IContactMirror mirror)
{
    public async Task<bool> HasAnyAsync(RemoteOrganisationId organisation, IReadOnlyList<StoredChange> told, CancellationToken cancellationToken) =>
        await HasDocumentAsync(organisation, ById(told, RemoteChangeKind.Invoice, RemoteChangeKind.CreditNote), cancellationToken)
        || await HasContactAsync(organisation, ById(told, RemoteChangeKind.Contact), cancellationToken);

    private async Task<bool> HasDocumentAsync(
        RemoteOrganisationId organisation, Dictionary<string, DateTimeOffset> told, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return false;
        }

        var links = await mappings.FindDocumentLinksAsync(organisation, [.. told.Keys.Select(id => new RemoteDocumentId(id))], cancellationToken);
        return links.Any(link => IsNews(told[link.RemoteDocumentId.Value], SeenAt(link)));
    }

    private async Task<bool> HasContactAsync(
        RemoteOrganisationId organisation, Dictionary<string, DateTimeOffset> told, CancellationToken cancellationToken)
    {
        if (told.Count == 0)
        {
            return false;
        }

        var known = (await mirror.FindAsync(organisation, [.. told.Keys.Select(id => new RemoteContactId(id))], cancellationToken))
            .ToDictionary(contact => contact.Id.Value, contact => contact.UpdatedAt);
        var news = told
            .Where(change => !known.TryGetValue(change.Key, out var seen) || IsNews(change.Value, seen))
            .Select(change => change.Key)
            .ToHashSet();
        return news.Count > 0
            && (await mappings.GetContactLinksAsync(organisation, cancellationToken)).Any(link => news.Contains(link.RemoteContactId.Value));
    }

    private static DateTimeOffset SeenAt(DocumentLink link) =>
        link.Standing is { UpdatedAt: var seen } && seen > link.RemoteUpdatedAt ? seen : link.RemoteUpdatedAt;

    private static bool IsNews(DateTimeOffset told, DateTimeOffset seen) => told > seen + DriftCursor.Accuracy;

    private static Dictionary<string, DateTimeOffset> ById(IEnumerable<StoredChange> told, params ReadOnlySpan<RemoteChangeKind> kinds)
    {
        var byId = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (_, change) in told)
        {
            if (kinds.Contains(change.Kind))
            {
                byId[change.RemoteId] = byId.TryGetValue(change.RemoteId, out var at) && at > change.ChangedAt ? at : change.ChangedAt;
            }
        }

        return byId;
    }
}
