using System.Diagnostics;
using Kompass.Xero.Emulator;

namespace Kompass.Kills;

/// <summary>One PostgreSQL, one Xero, and the nodes between them.</summary>
internal sealed class FleetWorld : IAsyncDisposable
{
    private static readonly TimeSpan Peace = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(40);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kompass-fleet-");
    private readonly XeroEmulator _xero;
    private readonly EmulatorServer _server;
    private IReadOnlyList<Guid> _tenants = [];

    private FleetWorld(FleetDatabase database, FastClock clock, XeroEmulator xero, EmulatorServer server)
    {
        (Database, _xero, _server) = (database, xero, server);
        Arguments = new(database.ConnectionString, server.BaseAddress, _folder.FullName, clock, FleetArguments.UsualInterval) { Life = 1 };
    }

    public FleetDatabase Database { get; }

    public FleetArguments Arguments { get; }

    public FleetReport Report { get; } = new();

    public List<Node> Nodes { get; } = [];

    /// <summary>Sets everything up; no node runs yet.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <param name="latency">How long every answer of Xero takes, by the fleet's clock.</param>
    /// <param name="speed">How fast that clock goes.</param>
    public static async Task<FleetWorld> CreateAsync(CancellationToken cancellationToken, TimeSpan latency = default, int speed = FastClock.Fast)
    {
        var database = await FleetDatabase.CreateAsync();
        var clock = new FastClock(TimeProvider.System.GetUtcNow(), speed);
        var xero = new XeroEmulator(new() { Clock = clock, PerDay = 1_000_000, Latency = latency, WebhookInterval = TimeSpan.Zero });
        var world = new FleetWorld(database, clock, xero, await EmulatorServer.StartAsync(xero, ct: cancellationToken));
        try
        {
            world._tenants = await FleetSetUp.RunAsync(world.Arguments, xero, cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <param name="standsStillAt">Where it stands still.</param>
    /// <param name="name">What its connections are called.</param>
    /// <param name="interval">How often its worker runs each configuration; null for the usual.</param>
    public Node Start(StandStillPoint? standsStillAt = null, string name = "node", TimeSpan? interval = null)
    {
        var node = Node.Start(Arguments with
        {
            StandsStillAt = standsStillAt,
            Database = $"{Arguments.Database};Application Name={name}",
            Interval = interval ?? Arguments.Interval,
        });
        Nodes.Add(node);
        return node;
    }

    /// <summary>Kills a node of this fleet with SIGKILL.</summary>
    public async Task KillAsync(Node node)
    {
        await node.KillAsync();
        Nodes.Remove(node);
        node.Dispose();
        Report.Kills++;
    }

    /// <summary>Waits until the books are complete and nothing is in doubt.</summary>
    /// <returns>Whether it came to that.</returns>
    public async Task<bool> SettleAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (await Database.UnsettledAsync() > 0 || Check(new KillReport()).Problems.Count > 0)
        {
            if (waited.Elapsed > Peace)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        return true;
    }

    /// <summary>What was written into Xero's books since the last time this was asked.</summary>
    public IReadOnlyList<string> TakeWrites()
    {
        var writes = _xero.Control.Calls.Where(call => call.IsAccounting && call.Method != "GET").Select(call => $"{call.Method} {call.Path}").ToList();
        _xero.Control.ClearCalls();
        return writes;
    }

    /// <summary>Asks the nodes to stop, and looks at the books and the database for the last time.</summary>
    public async Task<FleetReport> EndAsync()
    {
        foreach (var node in Nodes)
        {
            Report.Problems.AddRange(await node.StopAsync(StopPatience) is { } problem ? [problem] : []);
        }

        Check(Report.Books);
        Report.Stuck = await Database.UnsettledAsync();
        if (Report.Stuck > 0)
        {
            Report.Problems.Add($"{Report.Stuck} operations are not settled after {Peace}.");
        }

        Report.Operations = await Database.OperationsAsync();
        Report.Duration = _watch.Elapsed;
        return Report;
    }

    public async ValueTask DisposeAsync()
    {
        Nodes.ForEach(node => node.Dispose());
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private KillReport Check(KillReport into)
    {
        foreach (var (load, tenant) in FleetLoads.All.Zip(_tenants))
        {
            var books = new BooksCheck(_xero, tenant, load, into);
            books.NothingTwice();
            books.Everything(Arguments.Life);
        }

        return into;
    }
}
