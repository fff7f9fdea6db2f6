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
        ReadAsync(
            reports => reports
                .Where(row => row.ConfigurationId == configuration.Value && row.RemoteOrganisationId == organisation.Value)
                .OrderByDescending(row => row.CreatedAt)
                .ThenByDescending(row => row.Sequence),
            cancellationToken);

    private Task<ReconciliationReport?> ReadAsync(
        Func<IQueryable<ReconciliationReportRow>, IQueryable<ReconciliationReportRow>> wanted,
        CancellationToken cancellationToken) =>
        store.ReadAsync(
            async context => (await wanted(context.Set<ReconciliationReportRow>().AsNoTracking())
                .FirstOrDefaultAsync(cancellationToken))?.ToRecord(),
            cancellationToken);
}
