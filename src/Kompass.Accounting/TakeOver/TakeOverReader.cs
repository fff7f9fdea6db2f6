namespace Kompass.Accounting;

/// <summary>Reads the files of an earlier integration, and both sides, and checks the ones against the others.</summary>
internal sealed class TakeOverReader(
    IMappingStore mappings,
    IClientSource clients,
    IEnumerable<IInvoiceSource> invoiceSources,
    ContactReader contacts,
    DocumentLookup documents,
    MappingRows mappingRows,
    ProviderDescriptor provider,
    TimeProvider clock)
{
    /// <summary>From how many clients on reading all is cheaper than looking each of them up.</summary>
    private const int MostLookedUp = 5000;

    public async Task<(TakeOverDraft Draft, int Rows, IReadOnlyList<TakeOverIssue> Errors)> ReadAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        TakeOverFiles files,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        var columns = new TakeOverColumns(provider);
        var clientFile = new TableFile("clients", [TakeOverColumns.KompassId, columns.Id], []);
        var documentFile = new TableFile("documents", [TakeOverColumns.KompassId, TakeOverColumns.Kind, columns.Id], [TakeOverColumns.Number]);
        var mappingFile = new TableFile("mappings", [TakeOverColumns.Kind, TakeOverColumns.KompassCode, columns.Code], []);
        await clientFile.ReadAsync(files.Clients, cancellationToken);
        await documentFile.ReadAsync(files.Documents, cancellationToken);
        await mappingFile.ReadAsync(files.Mappings, cancellationToken);

        var organisation = connection.OrganisationId;
        var draft = new TakeOverDraft(
            organisation,
            await mappings.GetContactLinksAsync(organisation, cancellationToken),
            await mappings.GetDocumentLinksAsync(organisation, cancellationToken),
            await mappings.GetMappingsAsync(organisation, cancellationToken),
            options.RequestedBy,
            clock.GetUtcNow());
        if (clientFile.Rows.Count > 0)
        {
            var found = await contacts.GetCurrentAsync(connection, keep: !options.DryRun, cancellationToken);
            ClientRows.Read(draft, clientFile, columns.Id, await FindClientsAsync(configuration, clientFile, cancellationToken), found, provider);
        }

        if (documentFile.Rows.Count > 0)
        {
            var invoices = await FindInvoicesAsync(configuration, documentFile, cancellationToken);
            var found = await FindDocumentsAsync(connection, documentFile, columns.Id, cancellationToken);
            DocumentRows.Read(draft, documentFile, columns.Id, invoices, found, provider);
        }

        await mappingRows.ReadAsync(draft, mappingFile, columns.Code, connection, cancellationToken);
        return (
            draft,
            clientFile.Rows.Count + documentFile.Rows.Count + mappingFile.Rows.Count,
            [.. ((TableFile[])[clientFile, documentFile, mappingFile]).SelectMany(file => file.Errors.OrderBy(error => error.Line))]);
    }

    private async Task<IReadOnlyDictionary<ClientId, Client>> FindClientsAsync(
        SyncConfiguration configuration,
        TableFile file,
        CancellationToken cancellationToken)
    {
        if (file.Rows.Count > MostLookedUp)
        {
            return await clients.ReadClientsAsync(configuration.Organisations, null, cancellationToken);
        }

        var keys = file.Rows.Select(row => new ClientId(row[TakeOverColumns.KompassId])).Distinct().ToList();
        return (await clients.FindAsync(configuration.Organisations, keys, cancellationToken))
            .Where(item => item.Record is not null)
            .DistinctBy(item => item.Key)
            .ToDictionary(item => item.Key, item => item.Record!);
    }

    private async Task<IReadOnlyDictionary<InvoiceId, Invoice>> FindInvoicesAsync(
        SyncConfiguration configuration,
        TableFile file,
        CancellationToken cancellationToken)
    {
        if (invoiceSources.LastOrDefault() is not { } source)
        {
            return new Dictionary<InvoiceId, Invoice>();
        }

        var keys = file.Rows.Select(row => new InvoiceId(row[TakeOverColumns.KompassId])).ToHashSet();
        var items = keys.Count > MostLookedUp
            ? (await source.ReadAllAsync(configuration.Organisations, null, cancellationToken)).Where(item => keys.Contains(item.Key))
            : await source.FindAsync(configuration.Organisations, keys, cancellationToken);
        return items.Where(item => item.Record is not null).DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => item.Record!);
    }

    private async Task<IReadOnlyList<RemoteDocument>> FindDocumentsAsync(
        RemoteConnection connection,
        TableFile file,
        string idColumn,
        CancellationToken cancellationToken)
    {
        var found = new List<RemoteDocument>();
        foreach (var kind in file.Rows.GroupBy(row => DocumentRows.KindOf(row[TakeOverColumns.Kind])))
        {
            // What is not an id would have the ledger refuse the whole call.
            var ids = kind.Select(row => row[idColumn]).Where(id => Guid.TryParse(id, out _)).Select(id => new RemoteDocumentId(id)).ToHashSet();
            if (kind.Key is { } known)
            {
                found.AddRange(await documents.FindAsync(connection, known, ids, since: null, cancellationToken));
            }
        }

        return [.. found.DistinctBy(document => (document.Kind, document.Id))];
    }
}
