using System.Diagnostics;
using Kompass.Xero.Emulator;

namespace Kompass.Kills;

/// <summary>
/// Several nodes over one PostgreSQL and one Xero, while nodes are killed and come back, stand still for longer than their leases last,
/// lose their connections in the middle of statements, and see statements fail as by a conflict with another transaction. Then they are left in peace, and the books are compared to the penny.
/// </summary>
internal static class FleetStory
{
    // Longer than a lease lasts.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan Peace = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(40);

    public static async Task<FleetReport> RunAsync(int nodes, int kills, int seed, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var report = new FleetReport();
        var folder = Directory.CreateTempSubdirectory("kompass-fleet-");
        var clock = new FastClock(TimeProvider.System.GetUtcNow());
        var database = await FleetDatabase.CreateAsync();
        var xero = new XeroEmulator(new() { Clock = clock, PerDay = 1_000_000, WebhookInterval = TimeSpan.Zero });
        await using var server = await EmulatorServer.StartAsync(xero, ct: cancellationToken);
        var fleet = new FleetArguments(database.ConnectionString, server.BaseAddress, folder.FullName, clock) { Life = 1 };
        var running = new List<Node>();
        try
        {
            var tenants = await FleetSetUp.RunAsync(fleet, xero, cancellationToken);
            running.AddRange(Enumerable.Range(0, nodes).Select(_ => Node.Start(fleet)));
            await database.BeginFailingAsync(oneIn: 50);
            await DisturbAsync(report, fleet, database, running, kills, new(seed), cancellationToken);
            await database.EndFailingAsync();
            await SettleAsync(report, fleet, database, xero, tenants, cancellationToken);
            foreach (var node in running)
            {
                report.Problems.AddRange(await node.StopAsync(StopPatience) is { } problem ? [problem] : []);
            }

            report.Operations = await database.OperationsAsync();
            report.Duration = watch.Elapsed;
            return report;
        }
        finally
        {
            running.ForEach(node => node.Dispose());
            folder.Delete(recursive: true);
        }
    }

    private static async Task DisturbAsync(
        FleetReport report, FleetArguments fleet, FleetDatabase database, List<Node> running, int kills, Random random, CancellationToken cancellationToken)
    {
        var pauses = new List<Task>();
        while (report.Kills < kills)
        {
            await Task.Delay(random.Next(100, 2500), cancellationToken);
            fleet.Life++;
            var number = random.Next(running.Count);
            switch (random.Next(6))
            {
                case 0 when pauses.TrueForAll(pause => pause.IsCompleted):
                    report.Pauses++;
                    pauses.Add(running[number].PauseAsync(LongestPause * random.NextDouble(), cancellationToken));
                    break;
                case 1:
                    report.Terminated += await database.TerminateAsync(random.Next(1, 6));
                    break;
                default:
                    await ReplaceAsync(report, fleet, running, number);
                    break;
            }
        }

        await Task.WhenAll(pauses);
    }

    private static async Task ReplaceAsync(FleetReport report, FleetArguments fleet, List<Node> running, int number)
    {
        if (running[number].IsAlive)
        {
            await running[number].KillAsync();
            report.Kills++;
        }
        else
        {
            report.Problems.Add(await running[number].ObituaryAsync());
        }

        running[number].Dispose();
        running[number] = Node.Start(fleet);
    }

    /// <summary>Waits until the books are complete and nothing is in doubt, and looks at them once more when time is up.</summary>
    private static async Task SettleAsync(
        FleetReport report, FleetArguments fleet, FleetDatabase database, XeroEmulator xero, IReadOnlyList<Guid> tenants, CancellationToken cancellationToken)
    {
        var end = Stopwatch.StartNew();
        while (end.Elapsed < Peace && (await database.UnsettledAsync() > 0 || Check(new KillReport()).Problems.Count > 0))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        Check(report.Books);
        report.Stuck = await database.UnsettledAsync();
        if (report.Stuck > 0)
        {
            report.Problems.Add($"{report.Stuck} operations are not settled after {Peace}.");
        }

        KillReport Check(KillReport into)
        {
            foreach (var (load, tenant) in FleetLoads.All.Zip(tenants))
            {
                var books = new BooksCheck(xero, tenant, load, into);
                books.NothingTwice();
                books.Everything(fleet.Life);
            }

            return into;
        }
    }
}
