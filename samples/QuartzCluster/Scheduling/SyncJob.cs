using System.Globalization;
using Kompass.Accounting;
using Quartz;

namespace QuartzCluster;

/// <summary>
/// Runs one configuration. Quartz runs the job of a configuration once at a time in the whole cluster; what keeps a node that died or
/// stood still from writing twice is the engine's own lease, as everywhere.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(ISyncOrchestrator orchestrator) : IJob
{
    public const string Group = "kompass-sync";
    public const string Configuration = "configuration";

    private const string RetryGroup = "kompass-sync-retry";

    // A limit that ends at an instant ends a moment later by another clock.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>The job of a configuration. A host that knows of a change calls <c>scheduler.TriggerJob</c> with it.</summary>
    public static JobKey KeyOf(ConfigurationId configuration) => new(configuration.ToString(), Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var configuration = ConfigurationId.Parse(context.MergedJobDataMap.GetString(Configuration)!, CultureInfo.InvariantCulture);
        var result = await RunAsync(configuration, cancellationToken);
        context.Result = result;
        if (result?.RetryAt is { } retryAt)
        {
            await RetryAsync(context, retryAt + Moment);
        }
    }

    /// <summary>What the ledger or the host's sources did wrong is told by the result. What is thrown is logged by Quartz, and the next turn tries again.</summary>
    private async Task<SyncResult?> RunAsync(ConfigurationId configuration, CancellationToken cancellationToken)
    {
        try
        {
            return await orchestrator.RunAsync(configuration, progress: null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null; // The node stops: the next run, here or elsewhere, goes on from there.
        }
    }

    /// <summary>One more turn besides the regular ones: another node is at work, or a limit is used up until then.</summary>
    private static async Task RetryAsync(IJobExecutionContext context, DateTimeOffset at)
    {
        var trigger = TriggerBuilder.Create()
            .WithIdentity(context.JobDetail.Key.Name, RetryGroup)
            .ForJob(context.JobDetail.Key)
            .StartAt(at)
            .Build();
        await context.Scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, CancellationToken.None);
    }
}
