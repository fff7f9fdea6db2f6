namespace Kompass.Accounting;

/// <summary>
/// Says whether the Clients module may be enabled: closed while the organisation has contacts that no reviewed comparison covers,
/// since every client would be created beside them. Thread-safe.
/// </summary>
internal sealed class Interlock(
    IMappingStore mappings,
    IReconciliationStore reports,
    IContactMirror mirror,
    ContactReader contacts,
    ProviderDescriptor provider)
{
    /// <param name="configuration">The configuration as it is to be.</param>
    /// <param name="isCurrent">
    /// True to ask the ledger for contacts that were added since it was last read; false to trust the mirror where there is a comparison.
    /// </param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read.</exception>
    public async Task<InterlockState> GetAsync(SyncConfiguration configuration, bool isCurrent, CancellationToken cancellationToken)
    {
        if (configuration.Connection is not { } connection)
        {
            return new(false, ConfigurationStoreExtensions.NotConnected(configuration.Id).Message);
        }

        if (configuration.InterlockOverride is { } waiver && waiver.OrganisationId == connection.OrganisationId)
        {
            return new(true, string.Create(
                CultureInfo.InvariantCulture,
                $"{waiver.DecidedBy} decided on {waiver.DecidedAt:yyyy-MM-dd} to enable Clients without a reviewed comparison: {waiver.Reason}"));
        }

        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        var latest = await reports.GetLatestAsync(configuration.Id, connection.OrganisationId, cancellationToken);
        var report = latest?.CreatedAt > connection.ConnectedAt ? latest : null;
        var decisions = new DecisionIndex(await mappings.GetDecisionsAsync(connection.OrganisationId, cancellationToken));
        if (report is not null && CountUndecided(report, links, decisions) is > 0 and var undecided)
        {
            return new(false, InterlockTexts.Undecided(connection, provider, undecided), UndecidedRows: undecided);
        }

        var coverage = new ContactCoverage(links, report, decisions, configuration.Organisations);
        var uncovered = await CountUncoveredAsync(connection, coverage, isCurrent || report is null, cancellationToken);
        return uncovered > 0
            ? new(false, InterlockTexts.Uncovered(connection, provider, latest, coverage.AddedOrganisations, uncovered), UncoveredContacts: uncovered)
            : new(true, InterlockTexts.Open(connection, report));
    }

    private static int CountUndecided(ReconciliationReport report, IReadOnlyList<ContactLink> links, DecisionIndex decisions)
    {
        var linkedContacts = links.Select(link => link.RemoteContactId).ToHashSet();
        var linkedClients = links.Select(link => link.ClientId).ToHashSet();
        return report.Rows.Count(row =>
            row is { Band: ConfidenceBand.High or ConfidenceBand.Medium, Contact: { } contact, Client: { } client }
            && !linkedContacts.Contains(contact.Id)
            && !linkedClients.Contains(client.Id)
            && !decisions.Settles(contact.Id, client.Id));
    }

    /// <summary>Asks the mirror first, and the ledger only where the mirror finds nothing.</summary>
    private async Task<int> CountUncoveredAsync(
        RemoteConnection connection,
        ContactCoverage coverage,
        bool isCurrent,
        CancellationToken cancellationToken)
    {
        var mirrored = await mirror.GetAllAsync(connection.OrganisationId, cancellationToken);
        var uncovered = mirrored.Count(contact => !coverage.Covers(contact));
        return uncovered > 0 || !isCurrent
            ? uncovered
            : (await contacts.GetCurrentAsync(connection, keep: true, cancellationToken)).Count(contact => !coverage.Covers(contact));
    }
}
