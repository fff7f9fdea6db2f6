using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Kompass.Xero.AspNetCore;

/// <summary>Every route of the pages, in one place. Each is protected by the group that it is mapped into.</summary>
internal static class AdminEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", (HttpContext http) => (IResult)Page.Of<IndexPage>(http));
        group.MapGet("/style.css", (HttpContext http) => StyleSheet.Serve(http));
        MapConfigurations(group);
        MapContacts(group);
        MapMappings(group);
        MapReconciliations(group);
        MapRuns(group);
    }

    private static void MapConfigurations(RouteGroupBuilder group)
    {
        group.MapGet("/configurations", (HttpContext http, ConfigurationListHandler list) => list.ShowAsync(http));
        group.MapPost("/configurations/action", (HttpContext http, ConfigurationListHandler list) => list.GoAsync(http));
        group.MapGet("/configurations/add", (HttpContext http, ConfigurationFormHandler form) => form.ShowEmptyAsync(http));
        group.MapPost("/configurations/add", (HttpContext http, ConfigurationFormHandler form) => form.AddAsync(http));
        group.MapGet("/configurations/{id:guid}", (HttpContext http, ConfigurationFormHandler form, Guid id) => form.ShowAsync(http, id));
        group.MapPost("/configurations/{id:guid}", (HttpContext http, ConfigurationFormHandler form, Guid id) => form.SaveAsync(http, id));
        group.MapGet("/configurations/{id:guid}/home", (HttpContext http, HomeHandler home, Guid id) => home.ShowAsync(http, id));
        group.MapPost("/configurations/{id:guid}/sync", (HttpContext http, HomeHandler home, Guid id) => home.SyncNowAsync(http, id));
        group.MapPost("/configurations/{id:guid}/pause", (HttpContext http, HomeHandler home, Guid id) => home.PauseAsync(http, id));
        group.MapPost("/configurations/{id:guid}/resume", (HttpContext http, HomeHandler home, Guid id) => home.ResumeAsync(http, id));
        group.MapPost("/configurations/{id:guid}/release", (HttpContext http, HomeHandler home, Guid id) => home.ReleaseAsync(http, id));
        group.MapGet("/configurations/{id:guid}/disconnect", (HttpContext http, DisconnectHandler disconnect, Guid id) => disconnect.AskAsync(http, id));
        group.MapPost("/configurations/{id:guid}/disconnect", (HttpContext http, DisconnectHandler disconnect, Guid id) => disconnect.DoAsync(http, id));
        group.MapGet("/configurations/{id:guid}/confirm", (HttpContext http, ConfirmHandler confirm, Guid id) => confirm.AskAsync(http, id));
        group.MapPost("/configurations/{id:guid}/confirm", (HttpContext http, ConfirmHandler confirm, Guid id) => confirm.DoAsync(http, id));
        group.MapPost("/configurations/{id:guid}/pilot", (HttpContext http, PilotHandler pilot, Guid id) => pilot.BeginAsync(http, id));
        group.MapPost("/configurations/{id:guid}/pilot/end", (HttpContext http, PilotHandler pilot, Guid id) => pilot.EndAsync(http, id));
        group.MapGet("/configurations/{id:guid}/shadow", (HttpContext http, ShadowHandler shadow, Guid id) => shadow.ShowAsync(http, id));
        group.MapPost("/configurations/{id:guid}/shadow", (HttpContext http, ShadowHandler shadow, Guid id) => shadow.CompareAsync(http, id));
        group.MapGet(AdminPaths.Callback, (HttpContext http, ConnectHandler connect) => connect.CompleteAsync(http));
    }

    private static void MapContacts(RouteGroupBuilder group)
    {
        group.MapGet("/contacts", (HttpContext http, ContactListHandler list) => list.ShowAsync(http));
        group.MapGet("/contacts/add", (HttpContext http, ContactLinkHandler link) => link.ShowAsync(http));
        group.MapPost("/contacts/add", (HttpContext http, ContactLinkHandler link) => link.AddAsync(http));
        group.MapGet("/contacts/unlink", (HttpContext http, UnlinkHandler unlink) => unlink.AskAsync(http));
        group.MapPost("/contacts/unlink", (HttpContext http, UnlinkHandler unlink) => unlink.UnlinkAsync(http));
        group.MapGet("/contacts/history", (HttpContext http, HistoryHandler history) => history.ShowAsync(http));
    }

    private static void MapMappings(RouteGroupBuilder group)
    {
        foreach (var (path, kind) in MappingTexts.Paths)
        {
            group.MapGet(path, (HttpContext http, MappingHandler mappings) => mappings.ShowAsync(http, kind));
            group.MapPost(path, (HttpContext http, MappingHandler mappings) => mappings.SaveAsync(http, kind));
        }
    }

    private static void MapReconciliations(RouteGroupBuilder group)
    {
        group.MapGet("/reconciliations", (HttpContext http, ReconciliationHandler reconciliations) => reconciliations.ShowAsync(http));
        group.MapGet("/reconciliations/list", (HttpContext http, ReconciliationHandler reconciliations) => reconciliations.ListAsync(http));
        group.MapPost("/reconciliations/{id:guid}/decide", (HttpContext http, ReviewHandler review, Guid id) => review.DecideAsync(http, id));
        group.MapGet("/reconciliations/{id:guid}/row", (HttpContext http, RowHandler row, Guid id) => row.ShowAsync(http, id));
        group.MapGet("/reconciliations/{id:guid}/csv", (HttpContext http, ReportHandler reports, Guid id) => reports.DownloadAsync(http, id));
        group.MapGet("/reconciliations/check", (HttpContext http, ImportHandler import) => import.ShowAsync(http));
        group.MapPost("/reconciliations/check", (HttpContext http, ImportHandler import) => import.CheckAsync(http));
        group.MapPost("/reconciliations/import", (HttpContext http, ImportHandler import) => import.ImportAsync(http));
        group.MapGet("/reports/{ticket}", (HttpContext http, ReportHandler reports, string ticket) => reports.OpenAsync(http, ticket));
    }

    private static void MapRuns(RouteGroupBuilder group)
    {
        group.MapGet("/plan", (HttpContext http, PlanHandler plan) => plan.ShowAsync(http));
        group.MapPost("/plan", (HttpContext http, PlanHandler plan) => plan.PlanAsync(http));
        group.MapPost("/plan/apply", (HttpContext http, PlanHandler plan) => plan.ApplyAsync(http));
        group.MapGet("/runs", (HttpContext http, RunHandler runs) => runs.ShowAsync(http));
        group.MapGet("/runs/{id:guid}/undo", (HttpContext http, UndoHandler undo, Guid id) => undo.AskAsync(http, id));
        group.MapPost("/runs/{id:guid}/undo/plan", (HttpContext http, UndoHandler undo, Guid id) => undo.PlanAsync(http, id));
        group.MapPost("/runs/{id:guid}/undo", (HttpContext http, UndoHandler undo, Guid id) => undo.DoAsync(http, id));
        group.MapGet("/records", (HttpContext http, RecordHandler records) => records.ShowAsync(http));
        group.MapGet("/records/sent", (HttpContext http, SentHandler sent) => sent.ShowAsync(http));
        group.MapPost("/records", (HttpContext http, RecordHandler records) => records.RepairAsync(http));
        group.MapGet("/audit", (HttpContext http, AuditHandler audit) => audit.ShowAsync(http));
    }
}
