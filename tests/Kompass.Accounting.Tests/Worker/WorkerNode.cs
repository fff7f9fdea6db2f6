using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace Kompass.Accounting.Tests;

/// <summary>One process with a worker over the stores of all nodes, whose runs a test decides.</summary>
internal sealed class WorkerNode : IDisposable
{
    private readonly Mock<ISyncOrchestrator> _orchestrator = new();
    private readonly Mock<IJournalUpkeep> _journalUpkeep = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SyncWorker _worker;
    private readonly Task _work;

    public WorkerNode(WorkerFleet fleet, WorkerOptions options, Func<ConfigurationId, CancellationToken, Task<SyncResult>> run)
    {
        _orchestrator
            .Setup(orchestrator => orchestrator.RunAsync(It.IsAny<ConfigurationId>(), null, It.IsAny<CancellationToken>()))
            .Returns((ConfigurationId id, IProgress<SyncProgress>? _, CancellationToken token) =>
            {
                Runs.Add((fleet.Clock.GetUtcNow(), id));
                return run(id, token);
            });
        _journalUpkeep
            .Setup(upkeep => upkeep.RunAsync(It.IsAny<CancellationToken>()))
            .Callback(() => Archived.Add(fleet.Clock.GetUtcNow()))
            .ReturnsAsync(0);
        _worker = new(
            fleet.Configurations,
            new(_orchestrator.Object, fleet.Journal, new(fleet.Inbox), Options.Create(options), fleet.Clock, NullLogger<ConfigurationRuns>.Instance),
            new(fleet.Journal, NullLogger<AbandonedRuns>.Instance),
            new(fleet.Clock, new ListLogger<DatabaseOutage>(Log)),
            Mock.Of<IConnectionUpkeep>(),
            _journalUpkeep.Object,
            new(fleet.Inbox, new(fleet.Mappings, fleet.Mirror), Options.Create(options), fleet.Clock, NullLogger<ChangeWatch>.Instance),
            Trigger,
            fleet.Entropy,
            Options.Create(options),
            fleet.Clock,
            new ListLogger<SyncWorker>(Log));
        _work = _worker.WorkAsync(_stop.Token);
    }

    public SyncTrigger Trigger { get; } = new();

    public List<(DateTimeOffset At, ConfigurationId Configuration)> Runs { get; } = [];

    /// <summary>What the worker logged, without the runs.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>When the journal was archived.</summary>
    public List<DateTimeOffset> Archived { get; } = [];

    /// <summary>When the runs began, in whole seconds after the beginning.</summary>
    public IEnumerable<int> Seconds => Runs.Select(run => (int)(run.At - Build.Now).TotalSeconds);

    /// <summary>Asks the worker to stop; the task ends when it has.</summary>
    public Task StopAsync()
    {
        _stop.Cancel();
        return _work;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _worker.Dispose();
        _stop.Dispose();
    }
}
