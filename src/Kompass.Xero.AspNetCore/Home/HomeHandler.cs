namespace Kompass.Xero.AspNetCore;

/// <summary>The home of a configuration, with what is done from there.</summary>
internal sealed class HomeHandler(
    IConfigurationManager manager,
    IConfigurationStore configurations,
    HomeReader reader,
    JobQueue jobs,
    FlashCookie flash,
    AdminUsers users,
    AdminPaths paths)
{
    public async Task<IResult> ShowAsync(HttpContext http, Guid id) =>
        await configurations.GetAsync(new(id), http.RequestAborted) is { } configuration
            ? Page.Of<HomePage>(http, await reader.ReadAsync(configuration, http.RequestAborted))
            : Notice.NotFound(http);

    public Task<IResult> SyncNowAsync(HttpContext http, Guid id) => DoAsync(http, id, configuration => Task.FromResult<Flash>(configuration switch
    {
        { Connection: null } => new(true, "This configuration is not connected to Xero, so there is nothing to sync. Authorise it first."),
        { IsEnabled: false } => new(true, "This configuration is not enabled, so there is nothing to sync. Tick Enable and save it first."),
        { IsPaused: true } => new(true, "This configuration is paused, so nothing is sent. Resume it first."),
        _ when jobs.Enqueue(new(JobKind.Sync, configuration.Id, users.Of(http))) => new(false, "The sync has begun. Its result will stand under Runs."),
        _ => new(false, "A sync of this configuration is under way already. Its result will stand under Runs."),
    }));

    public Task<IResult> PauseAsync(HttpContext http, Guid id) =>
        SetPausedAsync(http, id, isPaused: true, "The sync is paused: nothing is written until it is resumed.");

    public Task<IResult> ResumeAsync(HttpContext http, Guid id) =>
        SetPausedAsync(http, id, isPaused: false, "The sync is resumed: the next run sends what waited.");

    public Task<IResult> ReleaseAsync(HttpContext http, Guid id) => DoAsync(http, id, async configuration =>
    {
        await manager.ReleaseBacklogAsync(configuration.Id, users.Of(http).Name, http.RequestAborted);
        return new(false, "What piled up is released: the next run sends it.");
    });

    private Task<IResult> SetPausedAsync(HttpContext http, Guid id, bool isPaused, string message) => DoAsync(http, id, async configuration =>
    {
        try
        {
            await manager.UpdateAsync(configuration.Id, current => current with { IsPaused = isPaused }, users.Of(http).Name, http.RequestAborted);
            return new(false, message);
        }
        catch (ConfigurationException refused)
        {
            return new(true, refused.Message);
        }
    });

    private async Task<IResult> DoAsync(HttpContext http, Guid id, Func<SyncConfiguration, Task<Flash>> act)
    {
        if (await configurations.GetAsync(new(id), http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        flash.Set(http, await act(configuration));
        return Results.LocalRedirect(paths.Home(configuration.Id));
    }
}
