using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ReconciliationStore(StoreAccess store) : IReconciliationStore
{
    public Task SaveAsync(ReconciliationReport report, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Reconciliation(report.Id),
            async context =>
            {
                var row = await context.Set<ReconciliationReportRow>()
                    .FirstOrDefaultAsync(standing => standing.Id == report.Id.Value, cancellationToken);
                if (row is null)
                {
                    row = new();
                    context.Add(row);
                }

                row.Set(report);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public Task<ReconciliationReport?> GetAsync(ReconciliationId id, CancellationToken cancellationToken) =>
        ReadAsync(reports => reports.Where(row => row.Id == id.Value), cancellationToken);

    public Task<ReconciliationReport?> GetLatestAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        CancellationToken cancellationToken) =>
        ReadAsync(reports => NewestFirst(reports, configuration, organisation), cancellationToken);

    public Task<IReadOnlyList<ReconciliationHeader>> ListAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        int maximum,
        CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<ReconciliationHeader>>(
            async context =>
            {
                // Without the rows, which are megabytes.
                var found = await NewestFirst(context.Set<ReconciliationReportRow>().AsNoTracking(), configuration, organisation)
                    .Take(maximum)
                    .Select(row => new { row.Id, row.Organisations, row.CreatedAt, row.RequestedBy })
                    .ToListAsync(cancellationToken);
                return found.ConvertAll(row => new ReconciliationHeader
                {
                    Id = new(row.Id),
                    ConfigurationId = configuration,
                    RemoteOrganisationId = organisation,
                    Organisations = ReconciliationReportRow.OrganisationsOf(row.Organisations),
                    CreatedAt = Instants.FromTicks(row.CreatedAt),
                    RequestedBy = row.RequestedBy,
                });
            },
            cancellationToken);

    public Task<int> RemoveAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        DateTimeOffset before,
        int keep,
        CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Reconciliations(configuration),
            async context =>
            {
                var reports = context.Set<ReconciliationReportRow>();
                var ticks = Instants.ToTicks(before);
                var old = await NewestFirst(reports, configuration, organisation)
                    .Skip(keep)
                    .Where(row => row.CreatedAt < ticks)
                    .Select(row => row.Sequence)
                    .ToListAsync(cancellationToken);
                return old.Count == 0 ? 0 : await reports.Where(row => old.Contains(row.Sequence)).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    private static IQueryable<ReconciliationReportRow> NewestFirst(
        IQueryable<ReconciliationReportRow> reports, ConfigurationId configuration, RemoteOrganisationId organisation) =>
        reports
            .Where(row => row.ConfigurationId == configuration.Value && row.RemoteOrganisationId == organisation.Value)
            .OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Sequence);

    private Task<ReconciliationReport?> ReadAsync(
        Func<IQueryable<ReconciliationReportRow>, IQueryable<ReconciliationReportRow>> wanted,
        CancellationToken cancellationToken) =>
        store.ReadAsync(
            async context => (await wanted(context.Set<ReconciliationReportRow>().AsNoTracking())
                .FirstOrDefaultAsync(cancellationToken))?.ToRecord(),
            cancellationToken);
}
