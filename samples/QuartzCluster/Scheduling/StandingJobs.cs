using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace QuartzCluster;

/// <summary>
/// Schedules the two jobs that there always are. Each node does so when it starts, and replaces what another one wrote, in one transaction:
/// with <c>AddQuartz(q => q.ScheduleJob...)</c> the second of two nodes that start together on an empty database fails.
/// </summary>
internal sealed class StandingJobs(ISchedulerFactory factory, IOptions<SchedulingOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        await scheduler.ScheduleJobs(
            new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>
            {
                [JobBuilder.Create<ConfigurationsJob>().WithIdentity("configurations").Build()] = [Every("configurations", options.Value.LookInterval)],
                [JobBuilder.Create<UpkeepJob>().WithIdentity("upkeep").Build()] = [Every("upkeep", TimeSpan.FromDays(1))],
            },
            replace: true,
            cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static ITrigger Every(string name, TimeSpan interval) => TriggerBuilder.Create()
        .WithIdentity(name)
        .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever())
        .Build();
}
