namespace Kompass.Accounting;

/// <summary>Reads chosen documents in as few calls as the ledger allows.</summary>
internal sealed class DocumentLookup(IDocumentStore documents)
{
    /// <summary>Up to how many documents of a kind that has no list of ids are read one by one.</summary>
    private const int MostReadSingly = 5;

    /// <param name="connection">The organisation.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="ids">Which ones.</param>
    /// <param name="since">No document wanted was changed before; null where that is not known.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<RemoteDocument>> FindAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyCollection<RemoteDocumentId> ids,
        DateTimeOffset? since,
        CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        if (kind == DocumentKind.Invoice || ids.Count <= MostReadSingly)
        {
            return await documents.FindAsync(connection, kind, ids, cancellationToken);
        }

        var wanted = ids.Select(id => id.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new List<RemoteDocument>();
        await foreach (var document in documents.ReadAsync(connection, kind, since, cancellationToken))
        {
            if (wanted.Contains(document.Id.Value))
            {
                found.Add(document);
            }
        }

        return found;
    }
}
