using System.Diagnostics;

namespace Kompass.Kills;

/// <summary>
/// One of two nodes is killed in the middle of its runs. Measured by the database's clock: how long it takes until every organisation that
/// it was running is run by the other one.
/// </summary>
internal static class TakeOverStory
{
    private const string Second = "second";
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Runs last so long that the second node finds the first one at work.
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(10);

    /// <returns>The report, how many organisations were taken over, and how long the last of them waited.</returns>
    public static async Task<(FleetReport Report, int Organisations, TimeSpan Longest)> RunAsync(CancellationToken cancellationToken)
    {
        await using var fleet = await FleetWorld.CreateAsync(cancellationToken, Latency);
        var first = fleet.Start();
        await UntilAsync(async () => (await fleet.Database.LeasesAsync()).Owners.Count == FleetLoads.All.Count, cancellationToken);
        fleet.Start(name: Second);
        await UntilAsync(() => fleet.Database.IsConnectedAsync(Second), cancellationToken);
        await UntilAsync(async () => (await fleet.Database.LeasesAsync()).Owners.Count > 0, cancellationToken);

        await first.KillAsync();
        fleet.Nodes.Remove(first);
        first.Dispose();
        fleet.Report.Kills++;
        var (killed, orphans) = await fleet.Database.LeasesAsync();
        var now = killed;
        await UntilAsync(
            async () =>
            {
                (now, var owners) = await fleet.Database.LeasesAsync();
                return orphans.All(orphan => owners.GetValueOrDefault(orphan.Key, orphan.Value) != orphan.Value);
            },
            cancellationToken);

        await fleet.SettleAsync(cancellationToken);
        return (await fleet.EndAsync(), orphans.Count, now - killed);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"What was waited for did not happen within {Patience}.");
            }

            await Task.Delay(Glance, cancellationToken);
        }
    }
}
