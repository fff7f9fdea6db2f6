namespace Kompass.Xero.AspNetCore;

/// <summary>Shows what undoing a run would do, and has it done once somebody approves what was shown.</summary>
internal sealed class UndoHandler(
    IConfigurationStore configurations,
    ConfigurationNames names,
    UndoShelf shelf,
    JobQueue jobs,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> AskAsync(HttpContext http, Guid id) =>
        await ReadAsync(http, new(id), http.Request.Query["configuration"]) is { } model ? Page.Of<UndoPage>(http, model) : Notice.NotFound(http);

    public async Task<IResult> PlanAsync(HttpContext http, Guid id)
    {
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await ReadAsync(http, new(id), fields["configuration"]) is not { } model)
        {
            return Notice.NotFound(http);
        }

        var configuration = model.Configuration.Id;
        flash.Set(http, jobs.Enqueue(new(JobKind.UndoPlan, configuration, users.Of(http)) { Run = model.Run })
            ? new(false, "What undoing the run would do is being read. It will stand here; nothing is written into Xero.")
            : new(true, "What undoing a run of this configuration would do is being read already. Wait until that has ended."));
        return Results.LocalRedirect(paths.To($"/runs/{model.Run}/undo", configuration));
    }

    public async Task<IResult> DoAsync(HttpContext http, Guid id)
    {
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await ReadAsync(http, new(id), fields["configuration"]) is not { } model)
        {
            return Notice.NotFound(http);
        }

        var problem = model.Plan switch
        {
            null => "Nothing was done, since what was shown is not kept any more. Have it shown again.",
            var plan when fields["seal"] != UndoModel.SealOf(plan) => "Nothing was done, since something has changed since the plan was shown. Look at it again: this is how it stands now.",
            { IsEmpty: true } => "Nothing was done: there is nothing that can be voided.",
            _ when fields["confirm"] != "true" => "Nothing was done. Tick that you approve the plan, then click Undo.",
            _ => null,
        };
        if (problem is not null)
        {
            return Page.Of<UndoPage>(http, model with { Problem = problem }, StatusCodes.Status422UnprocessableEntity);
        }

        var configuration = model.Configuration.Id;
        if (jobs.Enqueue(new(JobKind.Undo, configuration, users.Of(http)) { Undo = model.Plan }))
        {
            shelf.Remove(configuration);
            flash.Set(http, new(false, "The undo has begun. Its result will stand here."));
        }
        else
        {
            flash.Set(http, new(true, "An undo of this configuration is under way already, so this one was not begun. Wait for its result."));
        }

        return Results.LocalRedirect(paths.To("/runs", configuration));
    }

    private async Task<UndoModel?> ReadAsync(HttpContext http, RunId run, string? asked)
    {
        if (!ConfigurationId.TryParse(asked, out var id) || await configurations.GetAsync(id, http.RequestAborted) is not { } configuration)
        {
            return null;
        }

        var plan = shelf.Get(configuration, run);
        var shown = Enum.TryParse<UndoRemedy>(http.Request.Query["show"], out var remedy) ? remedy : (UndoRemedy?)null;
        return new(configuration, await names.OfAsync(configuration, http.RequestAborted), run)
        {
            Plan = plan,
            Job = jobs.StatusOf(id, JobKind.UndoPlan) is { } job && job.Job.Run == run && (plan is null || job.State != JobState.Done) ? job : null,
            Shown = shown,
            Steps = PageList<UndoStep>.Of([.. plan?.Steps.Where(step => step.Remedy == shown) ?? []], http),
        };
    }
}
