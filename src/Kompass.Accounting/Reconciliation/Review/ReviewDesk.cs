namespace Kompass.Accounting;

/// <summary>Lays the comparisons of a configuration out as they stand now. Thread-safe.</summary>
internal sealed class ReviewDesk(IReconciliationStore reports, IMappingStore mappings, ReportShelf shelf, TimeProvider clock)
{
    /// <summary>How many comparisons are listed at most.</summary>
    public const int MostListed = 500;

    /// <summary>How many rows are read at most to count those of one list; the next list goes on from there.</summary>
    private const int MostCounted = 10_000;

    public async Task<IReadOnlyList<KeptComparison>> ListAsync(
        SyncConfiguration configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        var kept = new List<KeptComparison>();
        var counted = 0;
        foreach (var header in await reports.ListAsync(configuration.Id, connection.OrganisationId, MostListed, cancellationToken))
        {
            if (!Covers(configuration, header.Organisations))
            {
                continue;
            }

            var counts = shelf.CountsOf(header.Id);
            if (counts is null && counted < MostCounted)
            {
                counts = await shelf.CountAsync(header.Id, cancellationToken);
                counted += counts?.Rows ?? 0;
            }

            kept.Add(new(header, counts?.Rows, counts?.Remaining));
        }

        return kept;
    }

    /// <param name="configuration">The configuration.</param>
    /// <param name="connection">Its connection.</param>
    /// <param name="id">The comparison; null for the latest.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Null when there is none of this configuration and organisation.</returns>
    public async Task<ContactReview?> OpenAsync(
        SyncConfiguration configuration, RemoteConnection connection, ReconciliationId? id, CancellationToken cancellationToken)
    {
        var latest = await reports.ListAsync(configuration.Id, connection.OrganisationId, 1, cancellationToken) is [var newest] ? newest.Id : (ReconciliationId?)null;
        if ((id ?? latest) is not { } wanted
            || await shelf.GetAsync(wanted, cancellationToken) is not { } report
            || report.ConfigurationId != configuration.Id
            || report.RemoteOrganisationId != connection.OrganisationId
            || !Covers(configuration, report.Organisations))
        {
            return null;
        }

        return new() { Report = report, IsLatest = wanted == latest, Rows = await RowsAsync(report, cancellationToken) };
    }

    /// <summary>Stores a finished comparison, and removes those that are kept no longer.</summary>
    public async Task SaveAsync(ReconciliationReport report, CancellationToken cancellationToken)
    {
        await reports.SaveAsync(report, cancellationToken);
        shelf.Add(report);
        await reports.RemoveAsync(
            report.ConfigurationId, report.RemoteOrganisationId, clock.GetUtcNow() - Retention.Age, Retention.Newest, cancellationToken);
    }

    // A client of an organisation that the configuration does not have any more may be another one's by now.
    private static bool Covers(SyncConfiguration configuration, IEnumerable<KompassOrganisationId> organisations) =>
        organisations.All(configuration.Organisations.Contains);

    private async Task<IReadOnlyList<ReviewedRow>> RowsAsync(ReconciliationReport report, CancellationToken cancellationToken)
    {
        // Read before the links: what changes in between is found at the next look.
        var revision = await mappings.GetRevisionAsync(report.RemoteOrganisationId, cancellationToken);
        if (shelf.RowsOf(report.Id, revision) is { } kept)
        {
            return kept;
        }

        var states = new RowStates(
            await mappings.GetContactLinksAsync(report.RemoteOrganisationId, cancellationToken),
            await mappings.GetDecisionsAsync(report.RemoteOrganisationId, cancellationToken));
        var rows = report.Rows.Select(states.Of).ToList();
        shelf.Keep(report.Id, revision, rows);
        return rows;
    }

    private static class Retention
    {
        public const int Newest = 10;
        public static readonly TimeSpan Age = TimeSpan.FromDays(90);
    }
}
