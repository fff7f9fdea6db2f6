namespace Kompass.Kills;

/// <summary>
/// Several nodes over one PostgreSQL and one Xero, while nodes are killed and come back, stand still for longer than their leases last,
/// lose their connections in the middle of statements, and see statements fail as by a conflict with another transaction. Then they are
/// left in peace, and the books are compared to the penny.
/// </summary>
internal static class FleetStory
{
    // Longer than a lease lasts.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(14);

    public static async Task<FleetReport> RunAsync(int nodes, int kills, int seed, CancellationToken cancellationToken)
    {
        await using var fleet = await FleetWorld.CreateAsync(cancellationToken);
        for (var number = 0; number < nodes; number++)
        {
            fleet.Start();
        }

        await fleet.Database.BeginFailingAsync(oneIn: 50);
        await DisturbAsync(fleet, kills, new(seed), cancellationToken);
        await fleet.Database.EndFailingAsync();
        await fleet.SettleAsync(cancellationToken);
        return await fleet.EndAsync();
    }

    private static async Task DisturbAsync(FleetWorld fleet, int kills, Random random, CancellationToken cancellationToken)
    {
        var (report, nodes, pause) = (fleet.Report, fleet.Nodes, Task.CompletedTask);
        while (report.Kills < kills)
        {
            await Task.Delay(random.Next(100, 2500), cancellationToken);
            fleet.Arguments.Life++;
            var number = random.Next(nodes.Count);
            switch (random.Next(6))
            {
                case 0 when pause.IsCompleted:
                    report.Pauses++;
                    pause = nodes[number].PauseAsync(LongestPause * random.NextDouble(), cancellationToken);
                    break;
                case 1:
                    report.Terminated += await fleet.Database.TerminateAsync(random.Next(1, 6));
                    break;
                default:
                    await ReplaceAsync(fleet, number);
                    break;
            }
        }

        await pause;
    }

    private static async Task ReplaceAsync(FleetWorld fleet, int number)
    {
        var node = fleet.Nodes[number];
        fleet.Nodes.RemoveAt(number);
        if (node.IsAlive)
        {
            await node.KillAsync();
            fleet.Report.Kills++;
        }
        else
        {
            fleet.Report.Problems.Add(await node.ObituaryAsync());
        }

        node.Dispose();
        fleet.Start();
    }
}
