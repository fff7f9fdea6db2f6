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
    private static readonly TimeSpan ShortLatency = TimeSpan.FromSeconds(1);

    // Longer than whoever found an organisation busy, or had to wait for a moment, waits for its next try.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(8);

    /// <returns>The report, how many organisations were taken over, and how long the last of them waited.</returns>
    public static async Task<(FleetReport Report, int Organisations, TimeSpan Longest)> RunAsync(CancellationToken cancellationToken)
    {
        await using var fleet = await FleetWorld.CreateAsync(cancellationToken, Latency);
        var first = fleet.Start();
        await UntilAsync(async () => (await fleet.Database.LeasesAsync()).Owners.Count == FleetLoads.All.Count, cancellationToken);
        fleet.Start(name: Second);
        await UntilAsync(() => fleet.Database.IsConnectedAsync(Second), cancellationToken);
        await UntilAsync(async () => (await fleet.Database.LeasesAsync()).Owners.Count > 0, cancellationToken);

        await fleet.KillAsync(first);
        var (organisations, longest) = await UntilTakenOverAsync(fleet, cancellationToken);
        await fleet.SettleAsync(cancellationToken);
        return (await fleet.EndAsync(), organisations, longest);
    }

    /// <summary>
    /// The same where the second node is idle: it has run everything, and its own next turn is a day away. The fleet keeps to the wall's clock,
    /// so that the second node looks for abandoned runs no more often than a real one.
    /// </summary>
    /// <returns>The report, how many organisations were taken over, and how long the last of them waited.</returns>
    public static async Task<(FleetReport Report, int Organisations, TimeSpan Longest)> RunIdleAsync(CancellationToken cancellationToken)
    {
        await using var fleet = await FleetWorld.CreateAsync(cancellationToken, ShortLatency, FastClock.Real);
        fleet.Start(name: Second, interval: TimeSpan.FromDays(1));
        await fleet.SettleAsync(cancellationToken);
        await UntilIdleAsync(fleet, cancellationToken);

        fleet.Arguments.Life++;
        var first = fleet.Start(interval: TimeSpan.FromSeconds(1));
        await UntilAsync(async () => (await fleet.Database.LeasesAsync()).Owners.Count == FleetLoads.All.Count && await fleet.Database.UnsettledAsync() > 0, cancellationToken);
        await fleet.KillAsync(first);
        if (await fleet.Database.UnsettledAsync() == 0)
        {
            fleet.Report.Problems.Add("The first node was not writing when it was killed.");
        }

        var (organisations, longest) = await UntilTakenOverAsync(fleet, cancellationToken);
        if (!await fleet.SettleAsync(cancellationToken))
        {
            fleet.Report.Problems.Add("The idle node did not finish what the first one left.");
        }

        return (await fleet.EndAsync(), organisations, longest);
    }

    private static async Task<(int Organisations, TimeSpan Longest)> UntilTakenOverAsync(FleetWorld fleet, CancellationToken cancellationToken)
    {
        var (killed, orphans) = await fleet.Database.LeasesAsync();
        var now = killed;
        await UntilAsync(
            async () =>
            {
                (now, var owners) = await fleet.Database.LeasesAsync();
                return orphans.All(orphan => owners.GetValueOrDefault(orphan.Key, orphan.Value) != orphan.Value);
            },
            cancellationToken);
        return (orphans.Count, now - killed);
    }

    private static async Task UntilIdleAsync(FleetWorld fleet, CancellationToken cancellationToken)
    {
        var idle = Stopwatch.StartNew();
        await UntilAsync(
            async () =>
            {
                if ((await fleet.Database.LeasesAsync()).Owners.Count > 0)
                {
                    idle.Restart();
                }

                return idle.Elapsed > Idle;
            },
            cancellationToken);
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
