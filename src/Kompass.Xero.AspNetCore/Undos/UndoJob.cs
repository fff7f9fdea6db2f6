namespace Kompass.Xero.AspNetCore;

/// <summary>Applies an approved undo. A closed browser window does not stop it halfway.</summary>
internal sealed class UndoJob(IRunUndo undo, UndoShelf shelf)
{
    public async Task<string> RunAsync(Job job, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var approved = job.Undo!;

        // What was approved is what was shown: when anything is different by now, somebody looks again.
        var plan = await undo.PlanUndoAsync(job.ConfigurationId, approved.Undoes, cancellationToken);
        if (UndoModel.SealOf(plan) != UndoModel.SealOf(approved))
        {
            shelf.Put(plan);
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncRun.Id), "Nothing was done, since something has changed since the plan was shown. Open the undo again: it shows how it stands now."));
        }

        var result = await undo.ApplyUndoAsync(plan, job.User.Name, progress, cancellationToken);
        var counts = $"{Texts.Count(result.Counts.DocumentsVoided, "document", "documents")} voided of {Texts.Number(plan.Count(UndoRemedy.Void))} approved.";
        return result.Message is { } message ? $"{Texts.Words(result.Outcome)}: {counts} {message}" : $"{Texts.Words(result.Outcome)}: {counts}";
    }
}
