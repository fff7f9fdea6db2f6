namespace Kompass.Xero.AspNetCore;

/// <summary>Compares what the sync would have written with what people entered, and shows it.</summary>
internal sealed class ShadowHandler(
    IConfigurationStore configurations,
    ConfigurationNames names,
    PageState page,
    ShadowShelf shelf,
    JobQueue jobs,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        await page.TellTimeOfAsync(configuration.Connection, http.RequestAborted);
        var name = await names.OfAsync(configuration, http.RequestAborted);
        var report = shelf.Get(configuration.Id);
        var shown = Enum.TryParse<ShadowStatus>(http.Request.Query["show"], out var status) ? status : (ShadowStatus?)null;
        return Page.Of<ShadowPage>(http, new ShadowModel(configuration.Id, name, report, jobs.StatusOf(configuration.Id, JobKind.Shadow))
        {
            Shown = shown,
            Rows = PageList<ShadowRow>.Of([.. report?.Rows.Where(row => row.Status == shown) ?? []], http),
        });
    }

    public async Task<IResult> CompareAsync(HttpContext http, Guid id)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        flash.Set(http, configuration switch
        {
            { Connection: null } => new(true, "This configuration is not connected to Xero, so there is nothing to compare. Authorise it first."),
            _ when jobs.Enqueue(new(JobKind.Shadow, configuration.Id, users.Of(http))) => new(false, "The comparison has begun. Its result will stand here; nothing is written into Xero."),
            _ => new(false, "A comparison of this configuration is under way already. Its result will stand here."),
        });
        return Results.LocalRedirect(paths.Configuration(configuration.Id) + "/shadow");
    }
}
