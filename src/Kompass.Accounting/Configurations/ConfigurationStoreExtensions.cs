namespace Kompass.Accounting;

internal static class ConfigurationStoreExtensions
{
    /// <summary>Reads a configuration that has to exist.</summary>
    /// <exception cref="ConfigurationException">It does not exist.</exception>
    public static async Task<SyncConfiguration> RequireAsync(
        this IConfigurationStore store,
        ConfigurationId id,
        CancellationToken cancellationToken) =>
        await store.GetAsync(id, cancellationToken)
        ?? throw new ConfigurationException(new ConfigurationProblem(
            nameof(SyncConfiguration.Id), $"Configuration {id} does not exist. Choose one from the list of configurations."));

    /// <summary>Reads a configuration that has to be connected.</summary>
    /// <exception cref="ConfigurationException">It does not exist or is not connected.</exception>
    public static async Task<(SyncConfiguration Configuration, RemoteConnection Connection)> RequireConnectedAsync(
        this IConfigurationStore store,
        ConfigurationId id,
        CancellationToken cancellationToken)
    {
        var configuration = await store.RequireAsync(id, cancellationToken);
        return (configuration, configuration.Connection ?? throw new ConfigurationException(NotConnected(id)));
    }

    /// <summary>Changes a configuration, again from the beginning whenever somebody else saved it meanwhile. Null when it is gone.</summary>
    public static async Task<SyncConfiguration?> TrySaveAsync(
        this IConfigurationStore store,
        ConfigurationId id,
        Func<SyncConfiguration, SyncConfiguration> change,
        CancellationToken cancellationToken)
    {
        while (await store.GetAsync(id, cancellationToken) is { } current)
        {
            try
            {
                return await store.SaveAsync(change(current), cancellationToken);
            }
            catch (StoreConflictException)
            {
                // Read again, change again.
            }
        }

        return null;
    }

    public static ConfigurationProblem NotConnected(ConfigurationId id) =>
        new(nameof(SyncConfiguration.Connection), $"Configuration {id} is not connected to an organisation. Authorise it first.");
}
