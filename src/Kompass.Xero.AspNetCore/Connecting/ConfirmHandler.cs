namespace Kompass.Xero.AspNetCore;

/// <summary>Asks for the name of another organisation before a configuration moves to it.</summary>
internal sealed class ConfirmHandler(
    ILedgerConnector connector,
    IConfigurationStore configurations,
    ConfigurationNames names,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> AskAsync(HttpContext http, Guid id) =>
        await configurations.GetAsync(new(id), http.RequestAborted) is { } configuration
            ? await AskAsync(http, configuration, error: null)
            : Notice.NotFound(http);

    public async Task<IResult> DoAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await connector.ConfirmAsync(configuration.Id, form["organisation"].ToString(), users.Of(http).Name, http.RequestAborted);
        if (result.Outcome == ConnectOutcome.ConfirmationRequired)
        {
            return await AskAsync(http, configuration, "This is not the name of the organisation that waits. Type it exactly as it stands above.");
        }

        flash.Set(http, result.Outcome == ConnectOutcome.Connected
            ? new(false, $"{result.Message} Next: choose its account default, and compare its contacts with Kompass clients before you enable the sync.")
            : new(true, result.Message));
        return Results.LocalRedirect(paths.To("/configurations"));
    }

    private async Task<IResult> AskAsync(HttpContext http, SyncConfiguration configuration, string? error)
    {
        if (configuration.PendingConnection is not { } pending)
        {
            flash.Set(http, new(true, "No organisation waits to be confirmed here. Authorise with Xero first."));
            return Results.LocalRedirect(paths.To("/configurations"));
        }

        var model = new ConfirmModel(
            configuration.Id,
            await names.OfAsync(configuration, http.RequestAborted),
            configuration.FormerConnection?.OrganisationName ?? "another organisation",
            pending,
            error);
        return Page.Of<ConfirmPage>(http, model, error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
