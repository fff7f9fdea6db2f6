using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kompass.Kills;

/// <summary>A node that waits for a word before it first uses the database, reads once while its worker begins, and stops.</summary>
internal static class StarterProgram
{
    public static async Task<int> RunAsync(FleetArguments fleet)
    {
        using var host = NodeProgram.Build(fleet, LogLevel.Warning);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        await host.StartAsync();
        var configurations = await host.Services.GetRequiredService<IConfigurationStore>().ListAsync(CancellationToken.None);
        await host.StopAsync();
        return configurations.Count;
    }
}
