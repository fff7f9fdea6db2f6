using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A configuration store whose database may be out of reach.</summary>
internal sealed class MortalConfigurations(IConfigurationStore store) : IConfigurationStore
{
    /// <summary>Thrown by every read, until it is taken away again.</summary>
    public Exception? Failure { get; set; }

    public Task<SyncConfiguration?> GetAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        Failure is null ? store.GetAsync(id, cancellationToken) : throw Failure;

    public Task<IReadOnlyList<SyncConfiguration>> ListAsync(CancellationToken cancellationToken) =>
        Failure is null ? store.ListAsync(cancellationToken) : throw Failure;

    public Task<SyncConfiguration> SaveAsync(SyncConfiguration configuration, CancellationToken cancellationToken) =>
        store.SaveAsync(configuration, cancellationToken);

    public Task<SyncConfiguration> SaveAsync(
        SyncConfiguration configuration, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken) =>
        store.SaveAsync(configuration, audit, cancellationToken);

    public Task<bool> RemoveAsync(ConfigurationId id, CancellationToken cancellationToken) => store.RemoveAsync(id, cancellationToken);
}
