namespace Kompass.Xero.AspNetCore;

/// <summary>The list of configurations with its actions.</summary>
internal sealed class ConfigurationListHandler(
    IConfigurationStore configurations,
    ConfigurationNames names,
    ConnectHandler connect,
    JobQueue jobs,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http) => Page.Of<ConfigurationListPage>(http, await ReadAsync(http));

    public async Task<IResult> GoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string[] selected = [.. form["selected"].OfType<string>()];
        var action = form["action"].ToString();
        var model = await ReadAsync(http) with { Selected = selected, Action = action };
        if (Problem(model) is { } problem)
        {
            return Page.Of<ConfigurationListPage>(http, model with { Error = problem }, StatusCodes.Status422UnprocessableEntity);
        }

        var configuration = model.Rows.Single(row => row.Configuration.Id.ToString() == selected[0]).Configuration;
        if (action == AdminActions.Authorize)
        {
            return await connect.BeginAsync(http, configuration.Id);
        }

        return configuration.Connection is null
            ? Page.Of<ConfigurationListPage>(http, model with { Error = "This configuration is not connected to Xero. Choose Authorize with Xero first." }, StatusCodes.Status422UnprocessableEntity)
            : action == AdminActions.Compare
                ? Compare(http, configuration.Id)
                : Results.LocalRedirect(paths.Configuration(configuration.Id) + "/disconnect");
    }

    private static string? Problem(ConfigurationListModel model) => model switch
    {
        _ when AdminActions.All.All(action => action.Value != model.Action) => "No action was chosen. Choose one from the Action drop-down, then click Go.",
        { Selected.Count: 0 } => "No configuration was selected. Tick the one that you mean, then click Go.",
        { Selected.Count: > 1 } => $"{model.Selected.Count} configurations were selected, and this action takes one. Leave one ticked, then click Go.",
        _ when model.Rows.All(row => row.Configuration.Id.ToString() != model.Selected.First()) => "The selected configuration does not exist any more. Select another one.",
        _ => null,
    };

    private async Task<ConfigurationListModel> ReadAsync(HttpContext http)
    {
        var rows = new List<ConfigurationListRow>();
        foreach (var configuration in await configurations.ListAsync(http.RequestAborted))
        {
            rows.Add(new(configuration, await names.OfAsync(configuration, http.RequestAborted)));
        }

        return new(rows);
    }

    private IResult Compare(HttpContext http, ConfigurationId id)
    {
        var user = users.Of(http);
        var text = jobs.Enqueue(new(JobKind.Comparison, id, user))
            ? user.Email is { } email
                ? $"The comparison has begun. It typically takes a few minutes; a download link for the CSV report will be e-mailed to {email}."
                : "The comparison has begun. Your user has no e-mail address, so nothing will be e-mailed: the report will be here to download."
            : "A comparison of this configuration is under way already. Wait until it has finished.";
        flash.Set(http, new(false, text));
        return Results.LocalRedirect(paths.To("/reconciliations", id));
    }
}
