using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace QuartzCluster;

/// <summary>One node: a host that Quartz runs in. It ends when its standard input does, and so never outlives the demonstration.</summary>
internal static class NodeProgram
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync()
    {
        if (await Console.In.ReadLineAsync() is not { } line || JsonSerializer.Deserialize<NodeSettings>(line) is not { } settings)
        {
            await Console.Error.WriteLineAsync("A node is started by the demonstration, which tells it by standard input where everything is. Start the sample without 'node'.");
            return 2;
        }

        var builder = Host.CreateApplicationBuilder();
        builder.Logging
            .SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical) // where a stop that breaks off a transaction counts as an error
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services
            .AddKompass(settings)
            .AddSyncByQuartz(settings.Database, options =>
            {
                // A demonstration is in a hurry; the defaults are for everybody else.
                (options.Interval, options.LookInterval, options.CheckInInterval) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
            });
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.IdleWaitTime = TimeSpan.FromSeconds(1)); // between two looks at what is due
            quartz.AddJobListener<RunNotices>([GroupMatcher<JobKey>.GroupEquals(SyncJob.Group)]);
        });

        using var host = builder.Build();
        await host.StartAsync();
        var stops = host.Services.GetRequiredService<IHostApplicationLifetime>();
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            stops.StopApplication();
            await Task.Delay(StopPatience);
            Environment.Exit(1); // Quartz waits for its database, and that may be gone for good here
        });
        await host.WaitForShutdownAsync();
        return 0;
    }
}
