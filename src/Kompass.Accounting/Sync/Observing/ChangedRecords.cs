namespace Kompass.Accounting;

/// <summary>
/// Reads what the sources say has changed, and sees whether something has to be done about any of it. A source may bring again what it
/// brought already: of that the links are looked up, and no others.
/// </summary>
internal sealed class ChangedRecords(IClientSource clientSource, InvoiceSources invoiceSources, IMappingStore mappings, ISyncJournal journal)
{
    /// <summary>From how many records on observing everything costs less than looking each of them up.</summary>
    private const int MostLookedUp = 500;

    /// <returns>The places behind what was read; null when something may have to be done, or the sources cannot say so cheaply.</returns>
    public async Task<IReadOnlyDictionary<string, SourceCursor>?> ReadAsync(
        SyncConfiguration configuration, RemoteOrganisationId organisation, SourceProgress last, CancellationToken cancellationToken)
    {
        var invoiceSource = invoiceSources.For(configuration);
        if (!SourceProgressStore.Covers(last, withInvoices: invoiceSource is not null))
        {
            return null;
        }

        try
        {
            var clients = await ReadAsync(clientSource, configuration, last.Before[SourceProgressStore.Clients], cancellationToken);
            var invoices = invoiceSource is null || clients is null
                ? null
                : await ReadAsync(invoiceSource, configuration, last.Before[SourceProgressStore.Invoices], cancellationToken);
            return clients is null || (invoiceSource is not null && invoices is null) || !await AreSentAsync(configuration, organisation, clients.Items, invoices?.Items ?? [], cancellationToken)
                ? null
                : Places(clients.Place, invoices?.Place);
        }
        catch (KompassSourceException)
        {
            // Whoever observes everything finds out what ails the source, and says it.
            return null;
        }
    }

    private static async Task<Changes<TKey, TRecord>?> ReadAsync<TKey, TRecord>(
        IRecordSource<TKey, TRecord> source, SyncConfiguration configuration, SourceCursor after, CancellationToken cancellationToken)
        where TKey : struct
        where TRecord : class
    {
        var changes = new Changes<TKey, TRecord>(after);
        await foreach (var page in source.AskPagesAsync(configuration.Organisations, after, cancellationToken))
        {
            changes.Items.AddRange(page.Items);
            changes.Place = page.Next;
            if (changes.Items.Count > MostLookedUp)
            {
                return null;
            }
        }

        return changes;
    }

    private static Dictionary<string, SourceCursor> Places(SourceCursor clients, SourceCursor? invoices)
    {
        var places = new Dictionary<string, SourceCursor> { [SourceProgressStore.Clients] = clients };
        if (invoices is { } behind)
        {
            places[SourceProgressStore.Invoices] = behind;
        }

        return places;
    }

    private async Task<bool> AreSentAsync(
        SyncConfiguration configuration,
        RemoteOrganisationId organisation,
        List<SourceItem<ClientId, Client>> clients,
        List<SourceItem<InvoiceId, Invoice>> invoices,
        CancellationToken cancellationToken)
    {
        if (clients.Count + invoices.Count == 0)
        {
            return true;
        }

        var remembered = new Remembered(
            (await mappings.FindContactLinksAsync(organisation, [.. clients.Select(item => item.Key)], cancellationToken)).ToDictionary(link => link.ClientId),
            (await mappings.FindDocumentLinksAsync(organisation, [.. invoices.Select(item => item.Key)], cancellationToken)).ToDictionary(link => link.InvoiceId),
            new Dictionary<RecordKey, Hold>(),
            (await journal.GetSkipsAsync(organisation, cancellationToken)).ToDictionary(skip => skip.Record),
            new Dictionary<RecordKey, Operation>());
        return clients.All(item => IsDone(remembered.Judge(item)))
            && invoices.All(item => IsDone(remembered.Judge(item, configuration, ReadScope.WhatMatters)));
    }

    private static bool IsDone(Relevance relevance) => relevance is Relevance.Unchanged or Relevance.NotSent;

    private sealed class Changes<TKey, TRecord>(SourceCursor place)
        where TKey : struct
        where TRecord : class
    {
        public List<SourceItem<TKey, TRecord>> Items { get; } = [];

        public SourceCursor Place { get; set; } = place;
    }
}
