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
    TimeProvider clock)
{
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    public async Task<Glimpse> LookAsync(SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (configuration.Pilot is not null
            || await progressStore.LoadAsync(connection.OrganisationId, cancellationToken) is not { Still: { } point } last
            || !SourceReader.IsFresh(last, clock.GetUtcNow())
            || !await IsRememberedAsync(connection.OrganisationId, point, cancellationToken)
            || await changes.ReadAsync(configuration, connection.OrganisationId, last, cancellationToken) is not { } places)
        {
            return new();
        }

        var organisation = await ledgerCatalogue.GetOrganisationAsync(connection, cancellationToken);
        if (Circumstances.Of(configuration, organisation) != point.Settings)
        {
            return new() { Organisation = organisation };
        }

        var read = await contacts.ReadChangesAsync(connection, point.ContactsSince, cancellationToken);
        return new()
        {
            Organisation = organisation,
            Contacts = read,
            Still = await contacts.KnowsAsync(connection.OrganisationId, read, cancellationToken) ? last with { Cursors = places } : null,
        };
    }

    /// <summary>Whether nobody changed what is remembered, and nothing waits, held or in doubt.</summary>
    private async Task<bool> IsRememberedAsync(RemoteOrganisationId organisation, StillPoint point, CancellationToken cancellationToken) =>
        await mappings.GetRevisionAsync(organisation, cancellationToken) == point.Revision
        && (await journal.GetHoldsAsync(organisation, cancellationToken)).Count == 0
        && (await journal.GetUnsettledAsync(organisation, cancellationToken)).Count == 0;
}
