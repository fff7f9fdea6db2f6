namespace Kompass.Xero.AspNetCore;

/// <summary>Asks before it disconnects, and disconnects.</summary>
internal sealed class DisconnectHandler(
    ILedgerConnector connector,
    IConfigurationStore configurations,
    ConfigurationNames names,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> AskAsync(HttpContext http, Guid id) =>
        await configurations.GetAsync(new(id), http.RequestAborted) switch
        {
            null => Notice.NotFound(http),
            { Connection: null } => Unconnected(http),
            { Connection: { } connection } configuration => Page.Of<DisconnectPage>(
                http,
                new DisconnectModel(configuration.Id, await names.OfAsync(configuration, http.RequestAborted), connection)),
        };

    public async Task<IResult> DoAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        if (configuration.Connection is not { } connection)
        {
            return Unconnected(http);
        }

        await connector.DisconnectAsync(configuration.Id, users.Of(http).Name, http.RequestAborted);
        flash.Set(http, new(false, $"Disconnected from the Xero organisation '{connection.OrganisationName}'. The sync has stopped. Links and mappings are kept: authorise again at any time."));
        return Results.LocalRedirect(paths.To("/configurations"));
    }

    private IResult Unconnected(HttpContext http)
    {
        flash.Set(http, new(true, "This configuration is not connected to Xero, so there is nothing to disconnect."));
        return Results.LocalRedirect(paths.To("/configurations"));
    }
}
