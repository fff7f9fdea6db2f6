namespace Kompass.Xero.AspNetCore;

internal sealed class JobProgress(JobQueue queue, Job job) : IProgress<SyncProgress>
{
    public void Report(SyncProgress value) => queue.Update(job, status => status with { Progress = value });
}
