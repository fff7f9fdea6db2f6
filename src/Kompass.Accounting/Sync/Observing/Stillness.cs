namespace Kompass.Accounting;

/// <summary>
/// Sees by reading changes alone that nothing has to be done about an organisation: neither Kompass nor the ledger, nor what is remembered,
/// has changed since a run that found nothing to do. However many records are linked, none is read that did not change.
/// </summary>
internal sealed class Stillness(
    ChangedRecords changes,
    SourceProgressStore progressStore,
    ILedgerCatalogue ledgerCatalogue,
    ContactReader contacts,
    IMappingStore mappings,
    ISyncJournal journal,
    ProviderDescriptor provider,
    TimeProvider clock)
{
    /// <returns>An observation without any record; null when everything has to be observed.</returns>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    public async Task<Observation?> ObserveAsync(SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (configuration.Pilot is not null
            || await progressStore.LoadAsync(connection.OrganisationId, cancellationToken) is not { Still: { } point } last
            || !SourceReader.IsFresh(last, clock.GetUtcNow())
            || !await IsRememberedAsync(connection.OrganisationId, point, cancellationToken)
            || await changes.ReadAsync(configuration, connection.OrganisationId, last, cancellationToken) is not { } places)
        {
            return null;
        }

        var organisation = await ledgerCatalogue.GetOrganisationAsync(connection, cancellationToken);
        return Circumstances.Of(configuration, organisation) == point.Settings && await contacts.AreStillAsync(connection, point.ContactsSince, cancellationToken)
            ? Nothing(configuration, connection, organisation, last with { Cursors = places })
            : null;
    }

    /// <summary>Whether nobody changed what is remembered, and nothing waits, held or in doubt.</summary>
    private async Task<bool> IsRememberedAsync(RemoteOrganisationId organisation, StillPoint point, CancellationToken cancellationToken) =>
        await mappings.GetRevisionAsync(organisation, cancellationToken) == point.Revision
        && (await journal.GetHoldsAsync(organisation, cancellationToken)).Count == 0
        && (await journal.GetUnsettledAsync(organisation, cancellationToken)).Count == 0;

    private Observation Nothing(SyncConfiguration configuration, RemoteConnection connection, LedgerOrganisation organisation, SourceProgress reached) => new()
    {
        Configuration = configuration,
        Connection = connection,
        Provider = provider,
        ObservedAt = clock.GetUtcNow(),
        Organisation = organisation,
        Clients = [],
        Invoices = [],
        Unchanged = reached.Still!.Unchanged,
        Reached = reached,
        Contacts = new Dictionary<RemoteContactId, RemoteContact>(),
        ContactLinks = new Dictionary<ClientId, ContactLink>(),
        DocumentLinks = [],
        ClientDecisions = new Dictionary<ClientId, ReviewDecision>(),
        Holds = new Dictionary<RecordKey, Hold>(),
        Unsettled = new Dictionary<RecordKey, Operation>(),
        Codes = null,
    };
}
