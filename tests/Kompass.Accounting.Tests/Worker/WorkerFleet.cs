using Microsoft.Extensions.Time.Testing;

namespace Kompass.Accounting.Tests;

/// <summary>What the nodes share: clock, configurations and journal.</summary>
internal sealed class WorkerFleet : IDisposable
{
    private readonly List<WorkerNode> _nodes = [];

    public WorkerFleet()
    {
        // What a test's context would take away to other threads stays with the clock.
        SynchronizationContext.SetSynchronizationContext(null);
        Journal = new(Mappings, Mirror, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(Build.Now);

    public InMemoryConfigurationStore Configurations { get; } = new();

    public InMemoryMappingStore Mappings { get; } = new();

    public InMemoryContactMirror Mirror { get; } = new();

    public InMemoryRemoteChangeInbox Inbox { get; } = new();

    public InMemorySyncJournal Journal { get; }

    public SequentialEntropy Entropy { get; } = new();

    public async Task<ConfigurationId> EnableAsync(int number = 1)
    {
        var configuration = Build.Configuration(number) with
        {
            IsEnabled = true,
            Organisations = [new($"KO{number}")],
            Connection = Build.Connection($"tenant-{number}"),
        };
        await Configurations.SaveAsync(configuration, default);
        return configuration.Id;
    }

    public async Task SetIntervalAsync(ConfigurationId id, TimeSpan interval) =>
        await Configurations.SaveAsync((await Configurations.GetAsync(id, default))! with { Interval = interval }, default);

    public WorkerNode Start(Func<ConfigurationId, CancellationToken, Task<SyncResult>> run, WorkerOptions? options = null)
    {
        var node = new WorkerNode(this, options ?? new(), run);
        _nodes.Add(node);
        return node;
    }

    /// <summary>A run that completes at once and is recorded, as by the engine.</summary>
    public async Task<SyncResult> CompleteAsync(ConfigurationId configuration, CancellationToken cancellationToken)
    {
        var run = new SyncRun
        {
            Id = new(Entropy.NewGuid()),
            ConfigurationId = configuration,
            RemoteOrganisationId = new("organisation"),
            StartedAt = Clock.GetUtcNow(),
            FinishedAt = Clock.GetUtcNow(),
            Outcome = SyncOutcome.Completed,
        };
        await Journal.SaveRunAsync(run, cancellationToken);
        return Result(SyncOutcome.Completed);
    }

    /// <summary>The same by a run that looks at what the ledger told of.</summary>
    public async Task<SyncResult> LookAsync(ConfigurationId configuration, CancellationToken cancellationToken)
    {
        var organisation = (await Configurations.GetAsync(configuration, cancellationToken))!.Connection!.OrganisationId;
        var inbox = new RunInbox(Inbox);
        var told = await inbox.ReadAsync(organisation, cancellationToken);
        var result = await CompleteAsync(configuration, cancellationToken);
        await inbox.ForgetAsync(organisation, told, result.Outcome, cancellationToken);
        return result;
    }

    public static SyncResult Result(SyncOutcome outcome, DateTimeOffset? retryAt = null) =>
        new() { RunId = new(default), Outcome = outcome, Counts = new(), Holds = [], RetryAt = retryAt };

    public void Pass(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end;)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }

    public void Dispose() => _nodes.ForEach(node => node.Dispose());
}
