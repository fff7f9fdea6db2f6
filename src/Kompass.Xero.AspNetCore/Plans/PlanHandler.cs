namespace Kompass.Xero.AspNetCore;

/// <summary>Shows what the next sync would do, and sends exactly that.</summary>
internal sealed class PlanHandler(
    ConfigurationSelector selector,
    PlanShelf shelf,
    JobQueue jobs,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        if (selection.Current is not { Connection: not null } configuration)
        {
            return Page.Of<PlanPage>(http, new PlanModel(selection));
        }

        var outline = shelf.Get(configuration);
        var shown = outline?.Groups.FirstOrDefault(group => group.Key == http.Request.Query["show"]);
        return Page.Of<PlanPage>(http, new PlanModel(selection)
        {
            Job = jobs.StatusOf(configuration.Id, JobKind.Plan),
            Outline = outline,
            Shown = shown,
            Lines = PageList<PlanLine>.Of(shown?.Lines ?? [], http),
        });
    }

    public async Task<IResult> PlanAsync(HttpContext http)
    {
        var (_, configuration, _) = await RequireAsync(http);
        flash.Set(http, jobs.Enqueue(new(JobKind.Plan, configuration.Id, users.Of(http)))
            ? new(false, "The plan is being made. It will stand here; nothing is written into Xero.")
            : new(false, "A plan of this configuration is being made already. It will stand here."));
        return Results.LocalRedirect(paths.To("/plan", configuration.Id));
    }

    public async Task<IResult> ApplyAsync(HttpContext http)
    {
        var (form, configuration, _) = await RequireAsync(http);
        if (shelf.Get(configuration)?.Plan is not { } plan || plan.Id.ToString() != form["plan"])
        {
            flash.Set(http, new(true, "Nothing was sent: another plan was made since, or this one is older than half an hour. Look at the plan again."));
            return Results.LocalRedirect(paths.To("/plan", configuration.Id));
        }

        if (!configuration.IsEnabled || configuration.IsPaused)
        {
            flash.Set(http, new(true, configuration.IsEnabled ? "Nothing was sent: the sync is paused. Resume it first." : "Nothing was sent: the configuration is not enabled. Tick Enable and save it first."));
            return Results.LocalRedirect(paths.To("/plan", configuration.Id));
        }

        if (!jobs.Enqueue(new(JobKind.Sync, configuration.Id, users.Of(http)) { Plan = plan }))
        {
            flash.Set(http, new(true, "Nothing was sent: a sync of this configuration is under way already. Look at Runs."));
            return Results.LocalRedirect(paths.To("/plan", configuration.Id));
        }

        shelf.Remove(configuration.Id);
        flash.Set(http, new(false, "The plan is being sent. Its result will stand under Runs."));
        return Results.LocalRedirect(paths.Home(configuration.Id));
    }

    private async Task<(IFormCollection Form, SyncConfiguration Configuration, RemoteConnection Connection)> RequireAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (_, configuration, connection) = await selector.RequireConnectedAsync(http, form["configuration"]);
        return (form, configuration, connection);
    }
}
