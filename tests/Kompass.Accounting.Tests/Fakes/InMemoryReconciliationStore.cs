namespace Kompass.Accounting.Tests;

/// <summary>Finished comparisons in memory.</summary>
internal sealed class InMemoryReconciliationStore : IReconciliationStore
{
    private readonly Lock _gate = new();
    private readonly List<ReconciliationReport> _reports = [];

    public Task SaveAsync(ReconciliationReport report, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _reports.RemoveAll(other => other.Id == report.Id);
            _reports.Add(report);
        }

        return Task.CompletedTask;
    }

    public Task<ReconciliationReport?> GetAsync(ReconciliationId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_reports.FirstOrDefault(report => report.Id == id));
        }
    }

    public Task<ReconciliationReport?> GetLatestAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_reports
                .Where(report => report.ConfigurationId == configuration && report.RemoteOrganisationId == organisation)
                .MaxBy(report => report.CreatedAt));
        }
    }
}
