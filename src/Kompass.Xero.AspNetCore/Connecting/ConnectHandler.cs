using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Sends the browser to Xero, and takes it back.</summary>
internal sealed class ConnectHandler(
    ILedgerConnector connector,
    BindingCookie binding,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths,
    ILogger<ConnectHandler> log)
{
    public async Task<IResult> BeginAsync(HttpContext http, ConfigurationId configuration)
    {
        var user = users.Of(http);
        var request = await connector.BeginAsync(configuration, new(user.Name, paths.To("/configurations")), http.RequestAborted);
        binding.Set(http, user, request.BrowserBinding);
        return new QuietRedirect(request.Address);
    }

    public async Task<IResult> CompleteAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var response = new AuthorizationResponse(One(query, "state"), One(query, "code"), One(query, "error"), binding.Take(http, users.Of(http)));
        var result = await connector.CompleteAsync(response, http.RequestAborted);
        AdminLog.AuthorisationAnswered(log, result.Outcome);
        if (result is { Outcome: ConnectOutcome.ConfirmationRequired, ConfigurationId: { } waiting })
        {
            return Results.LocalRedirect(paths.Configuration(waiting) + "/confirm");
        }

        flash.Set(http, result.Outcome == ConnectOutcome.Connected
            ? new(false, $"{result.Message} Next: compare its contacts with Kompass clients before you enable the sync, so that no client is created a second time.")
            : new(true, result.Message));
        return Results.LocalRedirect(paths.LocalOrDefault(result.ReturnPath));
    }

    private static string? One(IQueryCollection query, string name) =>
        query[name] is [{ Length: > 0 } value] ? value : null;
}
