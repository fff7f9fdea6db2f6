using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Does what waits, one job after the other.</summary>
internal sealed class JobWorker(JobQueue queue, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var job = await queue.DequeueAsync(stoppingToken);

            // The wait ends on the thread of the request that asked, and that request must not carry the job.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await RunAsync(job, stoppingToken);
        }
    }

    private async Task RunAsync(Job job, CancellationToken cancellationToken)
    {
        AdminLog.JobStarted(log, job.Kind, job.ConfigurationId, job.User.Name);
        queue.Update(job, status => status with { State = JobState.Running });
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var progress = new JobProgress(queue, job);
            var message = job.Kind switch
            {
                JobKind.Comparison => await scope.ServiceProvider.GetRequiredService<ComparisonJob>().RunAsync(job, progress, cancellationToken),
                JobKind.Sync => await scope.ServiceProvider.GetRequiredService<SyncJob>().RunAsync(job, progress, cancellationToken),
                JobKind.Plan => await scope.ServiceProvider.GetRequiredService<PlanJob>().RunAsync(job, progress, cancellationToken),
                JobKind.Shadow => await scope.ServiceProvider.GetRequiredService<ShadowJob>().RunAsync(job, progress, cancellationToken),
                JobKind.UndoPlan => await scope.ServiceProvider.GetRequiredService<UndoPlanJob>().RunAsync(job, cancellationToken),
                _ => await scope.ServiceProvider.GetRequiredService<UndoJob>().RunAsync(job, progress, cancellationToken),
            };
            Finish(job, JobState.Done, message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Finish(job, JobState.Failed, "The host was stopped before it was finished. Ask again.");
        }
        catch (Exception failure) when (failure is RemoteLedgerException or ConfigurationException or KompassSourceException)
        {
            AdminLog.JobFailed(log, job.Kind, job.ConfigurationId, failure);
            Finish(job, JobState.Failed, failure.Message);
        }
#pragma warning disable CA1031 // A job that fails must not end the worker: the next administrator's job has nothing to do with it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            AdminLog.JobFailed(log, job.Kind, job.ConfigurationId, failure);
            Finish(job, JobState.Failed, "It failed for a reason that stands in the host's log. Ask again; if it fails again, contact Kompass support.");
        }
    }

    private void Finish(Job job, JobState state, string message) =>
        queue.Update(job, status => status with { Job = job with { Plan = null, Undo = null }, State = state, Message = message, FinishedAt = time.GetUtcNow() });
}
