using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kompass.Kills;

/// <summary>One node: a host with nothing but the background worker, until it is killed or asked to stop.</summary>
internal static class NodeProgram
{
    public static async Task<int> RunAsync(FleetArguments fleet)
    {
        using var host = Build(fleet, LogLevel.Critical);
        await host.RunAsync();
        return 0;
    }

    /// <param name="fleet">The fleet.</param>
    /// <param name="level">From which level on it is written to the standard error output what it logs.</param>
    public static IHost Build(FleetArguments fleet, LogLevel level)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = level).SetMinimumLevel(level);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddFleet(fleet).AddWorker(options => (options.Interval, options.ChangeDelay) = (fleet.Interval, TimeSpan.Zero));
        return builder.Build();
    }
}
