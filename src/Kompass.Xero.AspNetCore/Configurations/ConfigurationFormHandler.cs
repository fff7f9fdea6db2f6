namespace Kompass.Xero.AspNetCore;

/// <summary>Adds and changes a configuration.</summary>
internal sealed class ConfigurationFormHandler(
    IConfigurationManager manager,
    IConfigurationStore configurations,
    ConfigurationFormReader reader,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> ShowEmptyAsync(HttpContext http) => await RenderAsync(http, null, new());

    public async Task<IResult> AddAsync(HttpContext http)
    {
        var form = ConfigurationForm.From(await http.Request.ReadFormAsync(http.RequestAborted));
        try
        {
            Require(form.Check());
            var created = await manager.CreateAsync([.. form.Organisations.Select(id => new KompassOrganisationId(id))], users.Of(http).Name, http.RequestAborted);
            await ApplyOrUndoAsync(created, form, users.Of(http).Name, http.RequestAborted);
        }
        catch (ConfigurationException refused)
        {
            return await RenderAsync(http, null, form with { Problems = refused.Problems });
        }

        flash.Set(http, new(false, "The configuration was added. Next: select it with its tick-box, choose Authorize with Xero and click Go."));
        return Results.LocalRedirect(paths.To("/configurations"));
    }

    public async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        var form = ConfigurationForm.From(configuration);
        return await RenderAsync(http, configuration, form.CutOverDate.Length == 0 && configuration.Connection is { } connection
            ? form with { CutOverDate = await reader.TodayAsync(connection, http.RequestAborted) }
            : form);
    }

    public async Task<IResult> SaveAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        var form = ConfigurationForm.From(await http.Request.ReadFormAsync(http.RequestAborted));
        if (configuration.Connection is { } connection)
        {
            form = await reader.RecogniseAsync(form, connection, http.RequestAborted);
        }

        try
        {
            Require(form.Check());
            if (form.AcknowledgesReminders && configuration.Connection is not null && configuration.Version == form.Version)
            {
                form = form with { Version = (await manager.AcknowledgeRemindersAsync(configuration.Id, users.Of(http).Name, http.RequestAborted)).Version };
            }

            await manager.UpdateAsync(configuration.Id, current => Changed(current, form), users.Of(http).Name, http.RequestAborted);
        }
        catch (ConfigurationException refused)
        {
            return await RenderAsync(http, configuration, form with { Problems = refused.Problems });
        }
        catch (StoreConflictException)
        {
            var now = await configurations.GetAsync(configuration.Id, http.RequestAborted) ?? configuration;
            var problem = new ConfigurationProblem(
                nameof(SyncConfiguration.Version), "Somebody else saved this configuration meanwhile. What you typed still stands below: look at it again, then click Save.");
            return await RenderAsync(http, now, form with { Problems = [problem], Version = now.Version });
        }

        flash.Set(http, new(false, form.IsEnabled ? "The configuration was saved and is enabled." : "The configuration was saved. It is not enabled."));
        return Results.LocalRedirect(paths.To("/configurations"));
    }

    private static void Require(IEnumerable<ConfigurationProblem> problems)
    {
        if (problems.ToList() is { Count: > 0 } found)
        {
            throw new ConfigurationException(found);
        }
    }

    private static SyncConfiguration Changed(SyncConfiguration current, ConfigurationForm form) =>
        current.Version == form.Version ? form.Apply(current) : throw new StoreConflictException($"Configuration {current.Id} was saved by somebody else meanwhile.");

    // The article's first save has nothing but organisations in it; a refusal of anything else must not leave half a configuration.
    private async Task ApplyOrUndoAsync(SyncConfiguration created, ConfigurationForm form, string requestedBy, CancellationToken cancellationToken)
    {
        try
        {
            await manager.UpdateAsync(created.Id, form.Apply, requestedBy, cancellationToken);
        }
        catch (ConfigurationException)
        {
            await configurations.RemoveAsync(created.Id, CancellationToken.None);
            throw;
        }
    }

    private async Task<IResult> RenderAsync(HttpContext http, SyncConfiguration? existing, ConfigurationForm form) =>
        Page.Of<ConfigurationFormPage>(
            http,
            await reader.ReadAsync(existing, form, http.RequestAborted),
            form.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
