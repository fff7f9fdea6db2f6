namespace Kompass.Accounting;

/// <summary>Keeps configurations. Thread-safe.</summary>
public interface IConfigurationStore
{
    /// <summary>Reads a configuration; null when it does not exist.</summary>
    Task<SyncConfiguration?> GetAsync(ConfigurationId id, CancellationToken cancellationToken);

    /// <summary>Reads all configurations, oldest first.</summary>
    Task<IReadOnlyList<SyncConfiguration>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds (version 0) or replaces (the version last read) a configuration.</summary>
    /// <returns>The configuration with its new version.</returns>
    /// <exception cref="StoreConflictException">Somebody else stored another version meanwhile.</exception>
    /// <exception cref="ConfigurationException">A Kompass organisation, or the remote one, belongs to another configuration.</exception>
    Task<SyncConfiguration> SaveAsync(SyncConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>The same, with the decision that led to it: both are stored, or neither.</summary>
    Task<SyncConfiguration> SaveAsync(SyncConfiguration configuration, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken);

    /// <summary>Removes a configuration; false when it does not exist. Links, mappings and journal stay.</summary>
    Task<bool> RemoveAsync(ConfigurationId id, CancellationToken cancellationToken);
}
