namespace Kompass.Xero.AspNetCore;

/// <summary>Applies an approved undo. A closed browser window does not stop it halfway.</summary>
internal sealed class UndoJob(IRunUndo undo)
{
    public async Task<string> RunAsync(Job job, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var plan = job.Undo!;
        var result = await undo.ApplyUndoAsync(plan, job.User.Name, progress, cancellationToken);
        var counts = $"{Texts.Count(result.Counts.DocumentsVoided, "document", "documents")} voided of {Texts.Number(plan.Count(UndoRemedy.Void))} approved.";
        return result.Message is { } message ? $"{Texts.Words(result.Outcome)}: {counts} {message}" : $"{Texts.Words(result.Outcome)}: {counts}";
    }
}
