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

    public static ConfigurationProblem NotConnected(ConfigurationId id) =>
        new(nameof(SyncConfiguration.Connection), $"Configuration {id} is not connected to an organisation. Authorise it first.");
}
