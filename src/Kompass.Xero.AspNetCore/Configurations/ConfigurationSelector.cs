namespace Kompass.Xero.AspNetCore;

/// <summary>Finds the configuration that a page is about: the one asked for, otherwise the first connected one, otherwise the first.</summary>
internal sealed class ConfigurationSelector(IConfigurationStore configurations, ConfigurationNames names, PageState page)
{
    public async Task<Selection> SelectAsync(HttpContext http, string? asked)
    {
        var all = await configurations.ListAsync(http.RequestAborted);
        var options = new List<SelectionOption>(all.Count);
        foreach (var configuration in all)
        {
            options.Add(new(configuration.Id, await names.OfAsync(configuration, http.RequestAborted)));
        }

        var current = string.IsNullOrEmpty(asked)
            ? all.FirstOrDefault(configuration => configuration.Connection is not null) ?? (all.Count > 0 ? all[0] : null)
            : all.FirstOrDefault(configuration => configuration.Id.ToString() == asked);
        await page.TellTimeOfAsync(current?.Connection, http.RequestAborted);
        return new(options, current);
    }

    /// <summary>The configuration named by the address or the form, connected.</summary>
    /// <exception cref="ConfigurationException">There is none, or it is not connected.</exception>
    public async Task<(Selection Selection, SyncConfiguration Configuration, RemoteConnection Connection)> RequireConnectedAsync(HttpContext http, string? asked)
    {
        var selection = await SelectAsync(http, asked);
        return selection.Current is { Connection: { } connection } configuration
            ? (selection, configuration, connection)
            : throw new ConfigurationException(new ConfigurationProblem(nameof(SyncConfiguration.Connection), selection.Missing!));
    }
}
