using Microsoft.AspNetCore.Http.HttpResults;

namespace Kompass.Xero.AspNetCore;

/// <summary>Removes one link record, for a reason that stays in the audit trail.</summary>
internal sealed class UnlinkHandler(
    ConfigurationSelector selector,
    IMappingStore mappings,
    IClientSource clients,
    IContactMirror mirror,
    IRecordRepair repair,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> AskAsync(HttpContext http)
    {
        var (selection, configuration, connection) = await selector.RequireConnectedAsync(http, http.Request.Query["configuration"]);
        return await FindAsync(selection, configuration, connection, http.Request.Query["client"], http.RequestAborted) is { } model
            ? Page.Of<UnlinkPage>(http, model)
            : Notice.NotFound(http);
    }

    public async Task<IResult> UnlinkAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (selection, configuration, connection) = await selector.RequireConnectedAsync(http, form["configuration"]);
        if (await FindAsync(selection, configuration, connection, form["client"], http.RequestAborted) is not { } found)
        {
            flash.Set(http, new(true, "That client is not linked, so nothing was changed."));
            return Results.LocalRedirect(paths.To("/contacts", configuration.Id));
        }

        var model = found with { Reason = form["reason"].ToString().Trim() };
        if (model.Reason.Length is 0 or > RepairForm.LongestReason)
        {
            return Refuse(http, model with { ReasonProblem = $"Say why, in at most {RepairForm.LongestReason} characters. The reason is kept in the audit trail." });
        }

        var client = model.Link.ClientId;
        var results = await repair.UnlinkAsync(configuration.Id, [RecordKey.Of(client)], new(users.Of(http).Name, model.Reason), http.RequestAborted);
        if (!results[0].IsDone)
        {
            return Refuse(http, model with { Problem = results[0].Message });
        }

        flash.Set(http, new(false, $"Kompass client {model.ClientName ?? client.Value} is no longer linked. The Xero contact stays as it is."));
        return Results.LocalRedirect(paths.To("/contacts", configuration.Id));
    }

    private static RazorComponentResult Refuse(HttpContext http, UnlinkModel model) => Page.Of<UnlinkPage>(http, model, StatusCodes.Status422UnprocessableEntity);

    private async Task<UnlinkModel?> FindAsync(
        Selection selection, SyncConfiguration configuration, RemoteConnection connection, string? asked, CancellationToken cancellationToken)
    {
        if (!ClientId.TryParse(asked, out var client)
            || await mappings.FindContactLinksAsync(connection.OrganisationId, [client], cancellationToken) is not [var link])
        {
            return null;
        }

        var names = await clients.FindAsync(configuration.Organisations, [client], cancellationToken);
        var contact = await mirror.FindAsync(connection.OrganisationId, [link.RemoteContactId], cancellationToken) is [var found] ? found : null;
        return new(selection, link, names.FirstOrDefault(item => item.Key == client)?.Record?.Name, contact);
    }
}
