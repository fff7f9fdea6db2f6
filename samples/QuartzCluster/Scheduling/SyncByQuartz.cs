using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace QuartzCluster;

/// <summary>What a host registers in place of <c>AddWorker()</c>.</summary>
internal static class SyncByQuartz
{
    public static IServiceCollection AddSyncByQuartz(this IServiceCollection services, string connectionString, Action<SchedulingOptions>? configure = null)
    {
        var options = new SchedulingOptions();
        configure?.Invoke(options);
        services.Configure<SchedulingOptions>(configured => configure?.Invoke(configured));

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "kompass"; // the cluster: the same at every node, which gets a name of its own besides
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs; // a call under way is finished, nothing more is begun
            });
            quartz.UseDefaultThreadPool(options.MaximumConcurrency);
            quartz.UsePersistentStore(store => Store(store, connectionString, options));
            quartz.ScheduleJob<ConfigurationsJob>(trigger => Every(trigger, "configurations", options.LookInterval), job => job.WithIdentity("configurations"));
            quartz.ScheduleJob<UpkeepJob>(trigger => Every(trigger, "upkeep", TimeSpan.FromDays(1)), job => job.WithIdentity("upkeep"));
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    private static void Store(IPersistentStoreBuilder store, string connectionString, SchedulingOptions options)
    {
        store.UsePostgres(connectionString);
        store.ProvisionSchema(); // makes the tables that are missing, however many nodes start at once
        store.ConfigureStore(stored => stored.StoreJobDataAsStrings = true);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (options.CheckInInterval, options.CheckInInterval));
    }

    private static void Every<TJob>(ITriggerConfigurator<TJob> trigger, string name, TimeSpan interval)
        where TJob : IJob =>
        trigger.WithIdentity(name).WithSimpleSchedule(interval);
}
