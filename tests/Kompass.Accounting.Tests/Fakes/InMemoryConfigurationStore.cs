namespace Kompass.Accounting.Tests;

/// <summary>Configurations in memory, with optimistic versions and both uniqueness rules of the port.</summary>
internal sealed class InMemoryConfigurationStore : IConfigurationStore
{
    private readonly Lock _gate = new();
    private readonly List<SyncConfiguration> _configurations = [];

    /// <summary>Called before each save, outside the lock: where a test lets somebody else save first.</summary>
    public Func<SyncConfiguration, Task>? BeforeSave { get; set; }

    /// <summary>What listing throws; null when it works.</summary>
    public Exception? Fault { get; set; }

    public Task<SyncConfiguration?> GetAsync(ConfigurationId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_configurations.FirstOrDefault(configuration => configuration.Id == id));
        }
    }

    public Task<IReadOnlyList<SyncConfiguration>> ListAsync(CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            return Task.FromException<IReadOnlyList<SyncConfiguration>>(Fault);
        }

        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SyncConfiguration>>([.. _configurations.OrderBy(configuration => configuration.CreatedAt)]);
        }
    }

    /// <summary>What was decided, oldest first.</summary>
    public List<AuditEntry> Audit { get; } = [];

    public Task<SyncConfiguration> SaveAsync(SyncConfiguration configuration, CancellationToken cancellationToken) =>
        SaveAsync(configuration, [], cancellationToken);

    public async Task<SyncConfiguration> SaveAsync(
        SyncConfiguration configuration, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken)
    {
        if (BeforeSave is { } before)
        {
            await before(configuration);
        }

        lock (_gate)
        {
            var index = _configurations.FindIndex(other => other.Id == configuration.Id);
            if ((index < 0 ? 0 : _configurations[index].Version) != configuration.Version)
            {
                throw new StoreConflictException($"Configuration {configuration.Id} was changed meanwhile.");
            }

            foreach (var other in _configurations.Where(other => other.Id != configuration.Id))
            {
                if (other.Organisations.Intersect(configuration.Organisations).Any())
                {
                    throw new ConfigurationException(new ConfigurationProblem(
                        nameof(SyncConfiguration.Organisations), "An organisation belongs to another configuration."));
                }

                if (configuration.Connection is { } connection && other.Connection?.OrganisationId == connection.OrganisationId)
                {
                    throw new ConfigurationException(new ConfigurationProblem(
                        nameof(SyncConfiguration.Connection), "The remote organisation belongs to another configuration."));
                }
            }

            Audit.AddRange(audit);
            var saved = configuration with { Version = configuration.Version + 1 };
            if (index < 0)
            {
                _configurations.Add(saved);
            }
            else
            {
                _configurations[index] = saved;
            }

            return saved;
        }
    }

    public Task<bool> RemoveAsync(ConfigurationId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_configurations.RemoveAll(configuration => configuration.Id == id) > 0);
        }
    }
}
