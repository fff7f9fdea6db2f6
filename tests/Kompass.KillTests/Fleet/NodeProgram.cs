using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kompass.Kills;

/// <summary>One node: a host with nothing but the background worker, until it is killed or asked to stop.</summary>
internal static class NodeProgram
{
    public static async Task<int> RunAsync(FleetArguments fleet)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Services.AddFleet(fleet).AddWorker(options => (options.Interval, options.ChangeDelay) = (TimeSpan.FromSeconds(20), TimeSpan.Zero));
        using var host = builder.Build();
        await host.RunAsync();
        return 0;
    }
}
