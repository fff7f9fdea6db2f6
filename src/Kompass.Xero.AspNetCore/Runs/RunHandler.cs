namespace Kompass.Xero.AspNetCore;

/// <summary>The page Runs.</summary>
internal sealed class RunHandler(ConfigurationSelector selector, ISyncJournal journal, JobQueue jobs)
{
    private const int MostRuns = 50;

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        IReadOnlyList<SyncRun> runs = selection.Current is { } configuration
            ? await journal.GetRunsAsync(configuration.Id, MostRuns, http.RequestAborted)
            : [];
        return Page.Of<RunPage>(http, new RunModel(selection, runs)
        {
            Detailed = runs.FirstOrDefault(run => run.Id.ToString() == http.Request.Query["run"]) ?? (runs.Count > 0 ? runs[0] : null),
            Undo = selection.Current is { } current ? jobs.StatusOf(current.Id, JobKind.Undo) : null,
        });
    }
}
