using Kompass.Accounting;
using Microsoft.Extensions.Options;
using Quartz;

namespace QuartzCluster;

/// <summary>Gives each enabled configuration a job with a trigger of its own, and takes it from those that are enabled no longer.</summary>
[DisallowConcurrentExecution]
internal sealed class ConfigurationsJob(IConfigurationStore configurations, IOptions<SchedulingOptions> options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = context.Scheduler;
        var enabled = (await configurations.ListAsync(cancellationToken))
            .Where(configuration => configuration.IsEnabled)
            .ToDictionary(configuration => SyncJob.KeyOf(configuration.Id), configuration => configuration.Id);
        var scheduled = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(SyncJob.Group), cancellationToken);

        await scheduler.DeleteJobs([.. scheduled.Except(enabled.Keys)], cancellationToken);
        foreach (var key in enabled.Keys.Except(scheduled))
        {
            await scheduler.ScheduleJob(Job(key, enabled[key]), Trigger(key), cancellationToken: cancellationToken);
        }
    }

    private static IJobDetail Job(JobKey key, ConfigurationId configuration) => JobBuilder.Create<SyncJob>()
        .WithIdentity(key)
        .UsingJobData(SyncJob.Configuration, configuration.ToString())
        .RequestRecovery() // what ran at a node that died runs again at another as soon as the cluster notices
        .Build();

    private ITrigger Trigger(JobKey key) => TriggerBuilder.Create()
        .WithIdentity(key.Name, SyncJob.Group)
        .WithSimpleSchedule(options.Value.Interval)
        .Build();
}
