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

        // Hosted services start in the order of their registration: the tables stand before the scheduler looks for them.
        services.AddHostedService(_ => new QuartzTables(connectionString));
        services.AddQuartz(quartz =>
        {
            quartz.SchedulerName = "kompass"; // the cluster: the same at every node
            quartz.SchedulerId = "AUTO"; // the node: a name of its own each time it starts
            quartz.InterruptJobsOnShutdownWithWait = true; // a call under way is finished, nothing more is begun
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = options.MaximumConcurrency);
            quartz.UsePersistentStore(store => Store(store, connectionString, options));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services.AddHostedService<StandingJobs>();
    }

    private static void Store(SchedulerBuilder.PersistentStoreOptions store, string connectionString, SchedulingOptions options)
    {
        store.UsePostgres(database => (database.ConnectionString, database.TablePrefix) = (connectionString, QuartzTables.Prefix));
        store.UseProperties = true; // a job's data are texts
        store.UseSerializer<TextSerializer>();
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (options.CheckInInterval, options.CheckInInterval));
    }
}
