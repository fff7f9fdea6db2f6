namespace Kompass.Xero.AspNetCore;

/// <summary>Compares what the sync would have written with what people entered.</summary>
internal sealed class ShadowJob(IShadowComparer comparer, ShadowShelf shelf)
{
    public async Task<string> RunAsync(Job job, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var report = await comparer.CompareAsync(job.ConfigurationId, progress, cancellationToken);
        shelf.Put(report);
        var others = report.Rows.Count - report.Count(ShadowStatus.Equal);
        return $"{Texts.Count(report.Rows.Count, "document", "documents")} compared, {Texts.Number(others)} to look at.";
    }
}
