using Kompass.Accounting;
using Kompass.Xero;
using Microsoft.Data.Sqlite;

namespace Kompass.Simulation;

/// <summary>
/// One world in which processes work, die and come back: it is set up, then disturbed by whoever owns it, then left in peace until all
/// is settled, and then checked.
/// </summary>
internal sealed class SimRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);
    private static int _databases;

    // Processes begin together: two that want the same do so at the same moment.
    private static readonly (int Least, int Most) FirstPace = (1, 5);

    private readonly SynchronizationContext? _context = SynchronizationContext.Current;
    private readonly int _seed;
    private readonly Mutant? _mutant;
    private readonly List<SimProcess> _processes = [];
    private ConfigurationId _configuration;
    private bool _isPeaceful;
    private int _peacefulRuns;
    private int _runs;
    private int _quietRuns;
    private IReadOnlyList<Hold> _holds = [];

    public SimRun(int seed, Mutant? mutant, bool keepsTrace)
    {
        // What a test's context would take away to other threads stays at this one.
        SynchronizationContext.SetSynchronizationContext(null);
        _seed = seed;
        _mutant = mutant;
        Scheduler = new(seed);
        if (keepsTrace)
        {
            Scheduler.Trace.Keep();
        }

        World = new(Scheduler, $"simulation-{Interlocked.Increment(ref _databases)}");
        Workload = new(World, new(seed));
    }

    public Scheduler Scheduler { get; }

    public SimWorld World { get; }

    public Workload Workload { get; }

    public Violations Violations { get; } = new();

    public int Deaths { get; private set; }

    /// <summary>How long a process waits between two runs while it is disturbed, in seconds.</summary>
    public (int Least, int Most) Pace { get; init; } = (5, 300);

    /// <summary>Whether each process is asked for access to Xero when it begins, all at once, as by people who open their pages in the morning.</summary>
    public bool BeginsWithPages { get; set; }

    /// <summary>Connects and enables one configuration, undisturbed and without the bug.</summary>
    public void SetUp()
    {
        var setUp = World.SetUpAsync(Start(new(0, 0), mutant: null));
        if (!Scheduler.RunUntil(() => setUp.IsCompleted, Patience))
        {
            throw new InvalidOperationException($"Seed {_seed}: the set-up does not come to an end.");
        }

        _configuration = setUp.GetAwaiter().GetResult();
    }

    /// <summary>Lets a process work until the end of the run; it comes back when it dies.</summary>
    public void Work(int number) => _ = WorkAsync(Start(Mortal(number, 0), _mutant));

    /// <summary>Lets somebody strike until so many runs have ended, whatever became of them.</summary>
    public void Disturb(Func<SimNode, PointPlace, string, Blow> adversary, int runs)
    {
        _isPeaceful = false;
        Scheduler.Adversary = adversary;
        var end = _runs + runs;
        Scheduler.RunUntil(() => _runs >= end, Patience);
    }

    /// <summary>Without faults from here on; false when it does not come to rest within a day.</summary>
    public void Settle()
    {
        _isPeaceful = true;
        (_quietRuns, _peacefulRuns) = (0, 0);
        Scheduler.Adversary = (_, _, _) => Blow.None;
        World.Xero.Control.ClearFaults();
        if (!Scheduler.RunUntil(() => _quietRuns > 0, Patience))
        {
            Violations.Stuck++;
            Violations.Messages.Add($"the sync does not come to rest at {Scheduler.Now:HH:mm:ss} with {Scheduler.Pending}: {string.Join("; ", _holds)}");
        }
    }

    public void CheckSafety() => new BooksCheck(World, Workload, Violations).Safety();

    public SeedResult Finish()
    {
        var check = new BooksCheck(World, Workload, Violations);
        check.Safety();
        check.Completeness();
        World.Secrets.LookInto(World.Database.Read());
        Violations.Escapes += Scheduler.Escapes;
        Violations.RateLimitBreaches += World.Calls.Breaches;
        Violations.SecretsLeaked += World.Secrets.Leaks;
        Violations.ExtraRefreshes += World.Refreshes.Extra;
        Violations.Overwritten += World.Epochs.StaleWrites;
        var calls = World.Xero.Control.Calls.Where(call => call.IsAccounting).ToList();
        return new(
            _seed,
            Violations,
            Scheduler.Points,
            Deaths,
            calls.Count(call => call.Status >= 400 || !call.IsAnswered),
            calls.Count(call => call.Method != "GET"),
            Scheduler.Trace.Hash,
            Scheduler.Trace.Lines);
    }

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        World.Dispose();
        SynchronizationContext.SetSynchronizationContext(_context);
    }

    // What has not settled after a few runs is given the day that it has, in fewer of them.
    private (int Least, int Most) PeacefulPace => _peacefulRuns < 10 ? (100, 500) : (3000, 6000);

    private SimProcess Start(SimNode node, Mutant? mutant)
    {
        var process = new SimProcess(World, node, mutant);
        _processes.Add(process);
        return process;
    }

    private SimNode Mortal(int number, int life)
    {
        var node = new SimNode(number, life);
        node.AtDeath(() =>
        {
            Deaths++;
            World.Refreshes.Forget();
            new SimTimer(Scheduler, null, _ => _ = WorkAsync(Start(Mortal(number, life + 1), _mutant)), null)
                .Change(TimeSpan.FromSeconds(Scheduler.Random.Next(1, 200)), Timeout.InfiniteTimeSpan);
        });
        return node;
    }

    // What the worker of a host does: a run now and then, whatever became of the one before.
    private async Task WorkAsync(SimProcess process)
    {
        var clock = process.Get<TimeProvider>();
        var isFirst = process.Node.Life == 0;
        if (isFirst && BeginsWithPages)
        {
            await OpenPageAsync(process);
        }

        while (true)
        {
            var (least, most) = _isPeaceful ? PeacefulPace : isFirst ? FirstPace : Pace;
            isFirst = false;
            await Task.Delay(TimeSpan.FromSeconds(Scheduler.Random.Next(least, most)), clock);

            // A run that began before the last change, and hung, knows nothing of it; and what struck it then comes out later.
            var isPeaceful = _isPeaceful;
            try
            {
                var result = await process.Get<ISyncOrchestrator>().RunAsync(_configuration, null, default);
                Scheduler.Trace.Add(Scheduler.Now, process.Node, $"run {result.Outcome}: {result.Counts.Writes} writes, {result.Holds.Count} held");
                _runs += result.Outcome == SyncOutcome.NotRun ? 0 : 1;
                if (isPeaceful)
                {
                    await NoteAsync(process, result);
                }
            }
            catch (Exception exception) when (!isPeaceful && IsOfStore(exception))
            {
                _runs++;
                Scheduler.Trace.Add(Scheduler.Now, process.Node, "run failed: the store did");
            }
            catch (Exception exception)
            {
                Violations.Stuck++;
                Violations.Messages.Add($"process {process.Node} met {exception.GetType().Name}: {exception.Message}");
            }
        }
    }

    // Unlike a run, a page asks for no lease.
    private async Task OpenPageAsync(SimProcess process)
    {
        try
        {
            await process.Get<IXeroAccess>().GetAsync(_configuration, default);
        }
        catch (Exception exception) when (exception is RemoteLedgerException || IsOfStore(exception))
        {
            Scheduler.Trace.Add(Scheduler.Now, process.Node, "page failed");
        }
    }

    private static bool IsOfStore(Exception exception) =>
        exception is SqliteException || (exception.InnerException is { } inner && IsOfStore(inner));

    private async Task NoteAsync(SimProcess process, SyncResult result)
    {
        if (result.Outcome == SyncOutcome.NotRun)
        {
            return;
        }

        _peacefulRuns++;
        var journal = process.Get<ISyncJournal>();
        _holds = await journal.GetHoldsAsync(World.OrganisationId, default);
        var isQuiet = result is { Outcome: SyncOutcome.Completed, Counts.Writes: 0 }
            && _holds.All(Workload.IsExpected)
            && (await journal.GetUnsettledAsync(World.OrganisationId, default)).Count == 0;
        _quietRuns = isQuiet ? _quietRuns + 1 : 0;
    }
}
