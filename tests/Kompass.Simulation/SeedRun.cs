using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>One seed: a time with faults and deaths, then a time without, in which everything has to settle; then the checks.</summary>
internal sealed class SeedRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);
    private static int _databases;

    private readonly int _seed;
    private readonly Scheduler _scheduler;
    private readonly Swarm _swarm;
    private readonly SimWorld _world;
    private readonly Workload _workload;
    private readonly List<SimProcess> _processes = [];
    private ConfigurationId _configuration;
    private bool _isSafe;
    private int _quietRuns;
    private IReadOnlyList<Hold> _holds = [];

    private SeedRun(int seed, bool keepsTrace)
    {
        _seed = seed;
        _scheduler = new(seed);
        if (keepsTrace)
        {
            _scheduler.Trace.Keep();
        }

        _swarm = new(_scheduler.Random);
        _world = new(_scheduler, $"simulation-{Interlocked.Increment(ref _databases)}");
        _workload = new(_world, new(seed));
        _scheduler.DiesAt = DiesAt;
    }

    public static SeedResult Run(int seed, bool keepsTrace = false)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        using var run = new SeedRun(seed, keepsTrace);
        try
        {
            return run.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        _world.Dispose();
    }

    private int Deaths { get; set; }

    private Violations Violations { get; } = new();

    private SeedResult Run()
    {
        var first = Start(0, 0);
        var setUp = _world.SetUpAsync(first);
        if (!_scheduler.RunUntil(() => setUp.IsCompleted, Patience))
        {
            throw new InvalidOperationException($"Seed {_seed}: the set-up does not come to an end.");
        }

        _configuration = setUp.GetAwaiter().GetResult();
        _workload.Begin(_swarm);
        Disturb();
        Settle();
        var check = new BooksCheck(_world, _workload, Violations);
        check.Safety();
        check.Completeness();
        Violations.Escapes += _scheduler.Escapes;
        Violations.RateLimitBreaches += _world.Calls.Breaches;
        Violations.SecretsLeaked += _world.Logs.Leaks;
        var calls = _world.Xero.Control.Calls.Where(call => call.IsAccounting).ToList();
        return new(
            _seed,
            Violations,
            _scheduler.Points,
            Deaths,
            calls.Count(call => call.Status >= 400 || !call.IsAnswered),
            calls.Count(call => call.Method != "GET"),
            _scheduler.Trace.Hash,
            _scheduler.Trace.Lines);
    }

    private void Disturb()
    {
        _isSafe = false;
        foreach (var fault in _swarm.Faults)
        {
            _world.Xero.Control.InjectFault(fault);
        }

        for (var number = 0; number < _swarm.Nodes; number++)
        {
            _ = WorkAsync(Start(number + 1, 0), number + 1, 0);
        }

        var changes = 0;
        var person = new SimClock(_scheduler, null);
        ITimer? timer = null;
        timer = person.CreateTimer(
            _ =>
            {
                _workload.Change();
                changes++;
                timer!.Change(changes < _swarm.Changes ? NextChange() : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            },
            null,
            NextChange(),
            Timeout.InfiniteTimeSpan);
        _scheduler.RunUntil(() => changes >= _swarm.Changes, Patience);
        _scheduler.RunUntil(() => false, TimeSpan.FromMinutes(_scheduler.Random.Next(1, 20)));
        new BooksCheck(_world, _workload, Violations).Safety();
    }

    private void Settle()
    {
        _isSafe = true;
        _quietRuns = 0;
        _world.Xero.Control.ClearFaults();
        if (!_scheduler.RunUntil(() => _quietRuns > 1, Patience))
        {
            Violations.Stuck++;
            Violations.Messages.Add($"the sync does not come to rest at {_scheduler.Now:HH:mm:ss} with {_scheduler.Pending}: {string.Join("; ", _holds)}");
        }
    }

    private bool DiesAt(SimNode node, string what)
    {
        if (_isSafe || _processes.Count <= 1 || Deaths >= _swarm.Deaths || _scheduler.Random.NextDouble() >= _swarm.DeathChance)
        {
            return false;
        }

        Deaths++;
        return true;
    }

    private SimProcess Start(int number, int life)
    {
        var node = new SimNode(number, life);
        var process = new SimProcess(_world, node);
        _processes.Add(process);
        if (number > 0)
        {
            node.AtDeath(() => Revive(number, life + 1));
        }

        return process;
    }

    private void Revive(int number, int life)
    {
        var clock = new SimClock(_scheduler, null);
        clock.CreateTimer(_ => _ = WorkAsync(Start(number, life), number, life), null, TimeSpan.FromSeconds(_scheduler.Random.Next(1, 200)), Timeout.InfiniteTimeSpan);
    }

    // What the worker of a host does: a run now and then, whatever became of the one before.
    private async Task WorkAsync(SimProcess process, int number, int life)
    {
        var clock = process.Get<TimeProvider>();
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(_scheduler.Random.Next(5, 600)), clock);
            try
            {
                var result = await process.Get<ISyncOrchestrator>().RunAsync(_configuration, null, default);
                _scheduler.Trace.Add(_scheduler.Now, process.Node, $"run {result.Outcome}: {result.Counts.Writes} writes, {result.Holds.Count} held");
                await NoteAsync(process, result);
            }
            catch (Exception exception)
            {
                Violations.Stuck++;
                Violations.Messages.Add($"process {number}.{life} met {exception.GetType().Name}: {exception.Message}");
            }
        }
    }

    private async Task NoteAsync(SimProcess process, SyncResult result)
    {
        if (!_isSafe || result.Outcome == SyncOutcome.NotRun)
        {
            return;
        }

        var journal = process.Get<ISyncJournal>();
        _holds = await journal.GetHoldsAsync(_world.OrganisationId, default);
        var isQuiet = result is { Outcome: SyncOutcome.Completed, Counts.Writes: 0 }
            && _holds.Count == 0
            && (await journal.GetUnsettledAsync(_world.OrganisationId, default)).Count == 0;
        _quietRuns = isQuiet ? _quietRuns + 1 : 0;
    }

    private TimeSpan NextChange() => TimeSpan.FromSeconds(_scheduler.Random.Next(1, 900));
}
