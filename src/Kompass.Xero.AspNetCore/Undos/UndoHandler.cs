namespace Kompass.Xero.AspNetCore;

/// <summary>Shows what undoing a run would do, and has it done once somebody approves what was shown.</summary>
internal sealed class UndoHandler(
    IConfigurationStore configurations,
    ConfigurationNames names,
    IRunUndo undo,
    JobQueue jobs,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> AskAsync(HttpContext http, Guid id)
    {
        var (model, refusal) = await PlanAsync(http, id, http.Request.Query["configuration"]);
        return model is null ? refusal! : Page.Of<UndoPage>(http, model);
    }

    public async Task<IResult> DoAsync(HttpContext http, Guid id)
    {
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        var (model, refusal) = await PlanAsync(http, id, fields["configuration"]);
        if (model is null)
        {
            return refusal!;
        }

        var problem = model switch
        {
            _ when fields["seal"] != model.Seal => "Nothing was done, since something has changed since the plan was shown. Look at it again: this is how it stands now.",
            { Plan.IsEmpty: true } => "Nothing was done: there is nothing that can be voided.",
            _ when fields["confirm"] != "true" => "Nothing was done. Tick that you approve the plan, then click Undo.",
            _ => null,
        };
        if (problem is not null)
        {
            return Page.Of<UndoPage>(http, model with { Problem = problem }, StatusCodes.Status422UnprocessableEntity);
        }

        var configuration = model.Plan.ConfigurationId;
        flash.Set(http, jobs.Enqueue(new(JobKind.Undo, configuration, users.Of(http)) { Undo = model.Plan })
            ? new(false, "The undo has begun. Its result will stand here.")
            : new(true, "An undo of this configuration is under way already, so this one was not begun. Wait for its result."));
        return Results.LocalRedirect(paths.To("/runs", configuration));
    }

    private async Task<(UndoModel? Model, IResult? Refusal)> PlanAsync(HttpContext http, Guid run, string? asked)
    {
        if (!ConfigurationId.TryParse(asked, out var id) || await configurations.GetAsync(id, http.RequestAborted) is not { } configuration)
        {
            return (null, Notice.NotFound(http));
        }

        try
        {
            var plan = await undo.PlanUndoAsync(id, new(run), http.RequestAborted);
            return (new(plan, await names.OfAsync(configuration, http.RequestAborted)), null);
        }
        catch (Exception refused) when (refused is ConfigurationException or RemoteLedgerException)
        {
            return (null, Refuse(http, id, refused.Message));
        }
        catch (LeaseLostException)
        {
            return (null, Refuse(http, id, "A sync has begun meanwhile. Wait until it has ended, then try again."));
        }
    }

    private IResult Refuse(HttpContext http, ConfigurationId configuration, string message)
    {
        flash.Set(http, new(true, message));
        return Results.LocalRedirect(paths.To("/runs", configuration));
    }
}
