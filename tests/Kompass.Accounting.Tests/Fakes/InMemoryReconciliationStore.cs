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
            Reads++;
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

    /// <summary>How often a whole report was read.</summary>
    public int Reads { get; private set; }

    public Task<IReadOnlyList<ReconciliationHeader>> ListAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        int maximum,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ReconciliationHeader>>(
            [
                .. NewestFirst(configuration, organisation).Take(maximum).Select(report => new ReconciliationHeader
                {
                    Id = report.Id,
                    ConfigurationId = report.ConfigurationId,
                    RemoteOrganisationId = report.RemoteOrganisationId,
                    Organisations = report.Organisations,
                    CreatedAt = report.CreatedAt,
                    RequestedBy = report.RequestedBy,
                }),
            ]);
        }
    }

    public Task<int> RemoveAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        DateTimeOffset before,
        int keep,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var old = NewestFirst(configuration, organisation).Skip(keep).Where(report => report.CreatedAt < before).ToHashSet();
            return Task.FromResult(_reports.RemoveAll(old.Contains));
        }
    }

    private IEnumerable<ReconciliationReport> NewestFirst(ConfigurationId configuration, RemoteOrganisationId organisation) =>
        _reports
            .Where(report => report.ConfigurationId == configuration && report.RemoteOrganisationId == organisation)
            .Reverse()
            .OrderByDescending(report => report.CreatedAt);
}
