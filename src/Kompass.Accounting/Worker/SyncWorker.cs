using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Runs every enabled configuration when it is due or asked for, each by itself, so that the fault, the day limit or the length of one
/// never keeps another from running. Any number of nodes may do so: whoever comes first runs it, and the others see that it ran. When it is
/// stopped, what is being sent is finished and recorded, and nothing more is begun.
/// </summary>
internal sealed partial class SyncWorker(
    IConfigurationStore configurations,
    ConfigurationRuns runs,
    AbandonedRuns abandoned,
    DatabaseOutage outage,
    IConnectionUpkeep upkeep,
    IJournalUpkeep journal,
    ChangeWatch changes,
    SyncTrigger trigger,
    IEntropy entropy,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<SyncWorker> logger) : BackgroundService
{
    /// <summary>How soon a configuration that was enabled at another node is seen.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(30);

    /// <summary>How soon a run is taken up whose node died, once its lease has lapsed, and how soon changes are seen that the ledger told of.</summary>
    private static readonly TimeSpan RescueInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ArchiveInterval = TimeSpan.FromDays(1);

    // Not in the first minutes, when everything is due.
    private static readonly TimeSpan FirstArchive = TimeSpan.FromHours(1);

    private static readonly TimeSpan OwnThread = TimeSpan.FromMilliseconds(1);

    private readonly RunSchedule _schedule = new(entropy);
    private readonly Dictionary<ScheduledRun, Task> _running = [];
    private IReadOnlyList<SyncConfiguration> _enabled = [];
    private DateTimeOffset _looksAt = DateTimeOffset.MinValue;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => WorkAsync(stoppingToken);

    /// <summary>Works until it is stopped, and ends when everything that was begun has ended.</summary>
    internal async Task WorkAsync(CancellationToken stoppingToken)
    {
        LogBegun(options.Value.Interval, options.Value.MaximumConcurrency);
        using var alarm = new Alarm(clock);
        trigger.Tell(alarm.Ring);
        var care = CareAsync(stoppingToken);
        var rescue = RescueAsync(alarm, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            Ask();
            Start(alarm, stoppingToken);
            await alarm.WaitAsync(_schedule.Next is { } next && next < _looksAt && HasPlace ? next : _looksAt, stoppingToken);
            Forget();
        }

        trigger.Tell(() => { });
        await Task.WhenAll([.. _running.Values, care, rescue]);
    }

    private bool HasPlace => _running.Count < options.Value.MaximumConcurrency;

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        if (clock.GetUtcNow() < _looksAt)
        {
            return;
        }

        await ReadAsync(
            "configurations",
            async token =>
            {
                _enabled = [.. (await configurations.ListAsync(token)).Where(configuration => configuration.IsEnabled)];
                _schedule.Keep(_enabled, clock.GetUtcNow());
            },
            stoppingToken);
        _looksAt = clock.GetUtcNow() + LookInterval;
    }

    private async Task ReadAsync(string what, Func<CancellationToken, Task> read, CancellationToken stoppingToken)
    {
        try
        {
            await read(stoppingToken);
            outage.Answered(what);
        }
#pragma warning disable CA1031 // Whatever befell the store, the worker outlives it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                outage.Failed(what, exception);
            }
        }
    }

    private void Ask()
    {
        var isAsked = trigger.Take();
        var at = clock.GetUtcNow() + options.Value.ChangeDelay;
        foreach (var configuration in _enabled.Where(isAsked))
        {
            _schedule.Ask(configuration.Id, at);
        }
    }

    private void Start(Alarm alarm, CancellationToken stoppingToken)
    {
        foreach (var run in _schedule.Take(clock.GetUtcNow(), options.Value.MaximumConcurrency))
        {
            _running[run] = RunAsync(run, alarm, stoppingToken);
        }
    }

    private async Task RunAsync(ScheduledRun run, Alarm alarm, CancellationToken stoppingToken)
    {
        // Goes on at a thread of its own, since work on an embedded database would keep the others waiting.
        await Task.Delay(OwnThread, clock, CancellationToken.None);
        await runs.RunAsync(run, _schedule, stoppingToken);
        alarm.Ring();
    }

    private void Forget()
    {
        foreach (var (ended, _) in _running.Where(run => run.Value.IsCompleted).ToList())
        {
            _running.Remove(ended);
        }
    }

    private async Task RescueAsync(Alarm alarm, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(RescueInterval, clock, stoppingToken);
                await ReadAsync("leases", token => RescueOnceAsync(alarm, token), stoppingToken);
                await ReadAsync("inbox", token => HeedAsync(alarm, token), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The worker stops.
        }
    }

    private async Task RescueOnceAsync(Alarm alarm, CancellationToken cancellationToken)
    {
        var found = await abandoned.FindNewAsync(cancellationToken);
        foreach (var configuration in _enabled.Where(configuration => configuration.Connection is { } connection && found.Contains(connection.OrganisationId)))
        {
            _schedule.Hasten(configuration.Id, clock.GetUtcNow());
            alarm.Ring();
        }
    }

    private async Task HeedAsync(Alarm alarm, CancellationToken cancellationToken)
    {
        if (await changes.HeedAsync(_enabled, _schedule, cancellationToken))
        {
            alarm.Ring();
        }
    }

    private async Task CareAsync(CancellationToken stoppingToken)
    {
        var archivesAt = clock.GetUtcNow() + FirstArchive;
        try
        {
            while (true)
            {
                await CareOnceAsync(upkeep.RunAsync, stoppingToken);
                if (clock.GetUtcNow() >= archivesAt)
                {
                    archivesAt = clock.GetUtcNow() + ArchiveInterval;
                    await CareOnceAsync(journal.RunAsync, stoppingToken);
                    await CareOnceAsync(changes.PruneAsync, stoppingToken);
                }

                await Task.Delay(options.Value.Interval, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The worker stops.
        }
    }

    private async Task CareOnceAsync(Func<CancellationToken, Task> care, CancellationToken stoppingToken)
    {
        try
        {
            await care(stoppingToken);
        }
#pragma warning disable CA1031 // Whatever befell it is tried again.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogCareFailed(exception);
        }
    }

    [LoggerMessage(3024, LogLevel.Information, "The worker of this node begins: each configuration every {Interval}, {Concurrency} at once at most.")]
    private partial void LogBegun(TimeSpan interval, int concurrency);

    [LoggerMessage(3022, LogLevel.Error, "The connections or the journal could not be looked after; the worker tries again at the next interval.")]
    private partial void LogCareFailed(Exception exception);
}
