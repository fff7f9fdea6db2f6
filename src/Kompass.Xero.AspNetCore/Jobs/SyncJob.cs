namespace Kompass.Xero.AspNetCore;

/// <summary>Runs the sync because an administrator asked for it now.</summary>
internal sealed class SyncJob(ISyncOrchestrator orchestrator)
{
    public async Task<string> RunAsync(Job job, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var result = job.Plan is { } plan
            ? await orchestrator.ApplyAsync(plan, progress, cancellationToken)
            : await orchestrator.RunAsync(job.ConfigurationId, progress, cancellationToken);
        var counts = $"{Texts.Count(result.Counts.Writes, "change", "changes")} made in Xero, {Texts.Count(result.Holds.Count, "record", "records")} held.";
        return result.Message is { } message ? $"{Texts.Words(result.Outcome)}: {counts} {message}" : $"{Texts.Words(result.Outcome)}: {counts}";
    }
}
