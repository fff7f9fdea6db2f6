namespace Kompass.Xero.AspNetCore;

/// <summary>Plans what the next sync would do.</summary>
internal sealed class PlanJob(ISyncOrchestrator orchestrator, PlanShelf shelf)
{
    public async Task<string> RunAsync(Job job, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var plan = await orchestrator.PlanAsync(job.ConfigurationId, progress, cancellationToken);
        shelf.Put(plan);
        return $"{Texts.Count(plan.Operations.Count, "change", "changes")} planned, {Texts.Count(plan.Holds.Count, "record", "records")} held. Nothing was written.";
    }
}
