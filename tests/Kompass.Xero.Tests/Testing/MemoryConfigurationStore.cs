using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class MemoryConfigurationStore : IConfigurationStore
{
    private readonly Dictionary<ConfigurationId, SyncConfiguration> _entries = [];

    public int ConflictsToCome { get; set; }

    public SyncConfiguration Add(int number, RemoteConnection? connection = null)
    {
        var configuration = new SyncConfiguration
        {
            Id = new(new Guid(number, 0, 0, new byte[8])),
            Organisations = [new($"org-{number}")],
            CreatedBy = "ann",
            CreatedAt = Clock.Start,
            Connection = connection,
            Version = 1,
        };
        return _entries[configuration.Id] = configuration;
    }

    public Task<SyncConfiguration?> GetAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.GetValueOrDefault(id));

    public Task<IReadOnlyList<SyncConfiguration>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SyncConfiguration>>([.. _entries.Values]);

    /// <summary>What was decided, oldest first.</summary>
    public List<AuditEntry> Audit { get; } = [];

    public Task<SyncConfiguration> SaveAsync(SyncConfiguration configuration, CancellationToken cancellationToken) =>
        SaveAsync(configuration, [], cancellationToken);

    public Task<SyncConfiguration> SaveAsync(
        SyncConfiguration configuration, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken)
    {
        if (ConflictsToCome-- > 0 || _entries.GetValueOrDefault(configuration.Id)?.Version != configuration.Version)
        {
            throw new StoreConflictException("changed");
        }

        Audit.AddRange(audit);
        return Task.FromResult(_entries[configuration.Id] = configuration with { Version = configuration.Version + 1 });
    }

    public Task<bool> RemoveAsync(ConfigurationId id, CancellationToken cancellationToken) => Task.FromResult(_entries.Remove(id));
}
