using System.Collections.Concurrent;

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
    // Ten thousand rows, links and contacts take longer to read than a page may; they change rarely.
    private readonly ConcurrentDictionary<ConfigurationId, (Sight Seen, InterlockState State)> _kept = new();

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

        var seen = await SeeAsync(configuration, connection, cancellationToken);
        if (!isCurrent && _kept.TryGetValue(configuration.Id, out var kept) && kept.Seen == seen)
        {
            return kept.State;
        }

        var (state, isWhole) = await LookAsync(configuration, connection, seen.Latest, isCurrent, cancellationToken);
        if (isWhole)
        {
            _kept[configuration.Id] = (seen, state);
        }

        return state;
    }

    /// <summary>What the answer depends on, read before it: what changes in between is found at the next look.</summary>
    private async Task<Sight> SeeAsync(SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        var revision = await mappings.GetRevisionAsync(connection.OrganisationId, cancellationToken);
        var latest = await reports.ListAsync(configuration.Id, connection.OrganisationId, 1, cancellationToken);
        return new(connection, string.Join('\n', configuration.Organisations), revision, latest is [var header] ? new(header.Id, header.CreatedAt) : null);
    }

    /// <summary>Looks at every link, row and contact; the answer is whole when the ledger itself had not to be asked.</summary>
    private async Task<(InterlockState State, bool IsWhole)> LookAsync(
        SyncConfiguration configuration, RemoteConnection connection, FinishedComparison? latest, bool isCurrent, CancellationToken cancellationToken)
    {
        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        var report = latest?.CreatedAt > connection.ConnectedAt ? await reports.GetAsync(latest.Id, cancellationToken) : null;
        var decisions = new DecisionIndex(await mappings.GetDecisionsAsync(connection.OrganisationId, cancellationToken));
        if (report is not null && CountUndecided(report, links, decisions) is > 0 and var undecided)
        {
            return (new(false, InterlockTexts.Undecided(connection, provider, undecided), UndecidedRows: undecided), true);
        }

        var coverage = new ContactCoverage(links, report, decisions, configuration.Organisations);
        var (uncovered, isWhole) = await CountUncoveredAsync(connection, coverage, isCurrent || report is null, cancellationToken);
        return uncovered > 0
            ? (new(false, InterlockTexts.Uncovered(connection, provider, latest?.CreatedAt, coverage.AddedOrganisations, uncovered), UncoveredContacts: uncovered), isWhole)
            : (new(true, InterlockTexts.Open(connection, report)), isWhole);
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
    private async Task<(int Uncovered, bool IsWhole)> CountUncoveredAsync(
        RemoteConnection connection,
        ContactCoverage coverage,
        bool isCurrent,
        CancellationToken cancellationToken)
    {
        var mirrored = await mirror.GetAllAsync(connection.OrganisationId, cancellationToken);
        var uncovered = mirrored.Count(contact => !coverage.Covers(contact));
        return uncovered > 0 || !isCurrent
            ? (uncovered, true)
            : ((await contacts.GetCurrentAsync(connection, keep: true, cancellationToken)).Count(contact => !coverage.Covers(contact)), false);
    }

    private sealed record Sight(RemoteConnection Connection, string Organisations, long Revision, FinishedComparison? Latest);

    private sealed record FinishedComparison(ReconciliationId Id, DateTimeOffset CreatedAt);
}
