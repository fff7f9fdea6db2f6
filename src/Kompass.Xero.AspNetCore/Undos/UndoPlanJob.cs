namespace Kompass.Xero.AspNetCore;

/// <summary>Reads from Xero what undoing a run would do; a run of thousands of documents takes longer than a page may.</summary>
internal sealed class UndoPlanJob(IRunUndo undo, UndoShelf shelf)
{
    public async Task<string> RunAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await undo.PlanUndoAsync(job.ConfigurationId, job.Run!.Value, cancellationToken);
            shelf.Put(plan);
            return $"{Texts.Count(plan.Count(UndoRemedy.Void), "document", "documents")} can be voided. Nothing was written.";
        }
        catch (LeaseLostException)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncRun.Id), "A sync has begun meanwhile. Wait until it has ended, then ask again."));
        }
    }
}
