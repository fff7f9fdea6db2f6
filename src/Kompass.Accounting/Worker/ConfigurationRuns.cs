using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Runs one configuration whose turn has come, unless another node has just done so, and says when its next turn is.</summary>
internal sealed partial class ConfigurationRuns(
    ISyncOrchestrator orchestrator,
    ISyncJournal journal,
    RunInbox inbox,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<ConfigurationRuns> logger)
{
    // A limit that ends at an instant ends a moment later by another clock.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    // Doubled with each failure, up to the interval.
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(30);
    private const int MostDoublings = 10;

    /// <summary>Runs it and enters the next turn. Never throws.</summary>
    public async Task RunAsync(ScheduledRun run, RunSchedule schedule, CancellationToken stoppingToken)
    {
        try
        {
            if (!run.IsAsked && !await IsToldAsync(run, stoppingToken) && await ElsewhereAsync(run, stoppingToken) is { } ranAt)
            {
                schedule.Ended(run, ranAt + IntervalOf(run), ranAt, isDone: true);
                return;
            }

            var begun = clock.GetUtcNow();
            var result = await orchestrator.RunAsync(run.Configuration, progress: null, stoppingToken);
            var isBusy = result is { Outcome: SyncOutcome.NotRun, RetryAt: not null };
            schedule.Ended(run, Next(begun, IntervalOf(run), result), isBusy ? run.KnownRun : clock.GetUtcNow(), isDone: !isBusy);
        }
#pragma warning disable CA1031 // Whatever befell one configuration, the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var pause = Pause(run);
            schedule.Failed(run, clock.GetUtcNow() + pause);
            if (!stoppingToken.IsCancellationRequested)
            {
                LogRunFailed(exception, run.Configuration, pause);
            }
        }
    }

    private async Task<bool> IsToldAsync(ScheduledRun run, CancellationToken stoppingToken) =>
        run.Told is { } organisation && await inbox.HasAnyAsync(organisation, stoppingToken);

    /// <summary>When another node, or this one before it was started anew, completed a run that makes this one needless; null when none did.</summary>
    private async Task<DateTimeOffset?> ElsewhereAsync(ScheduledRun run, CancellationToken stoppingToken)
    {
        var latest = await journal.GetRunsAsync(run.Configuration, 1, stoppingToken);
        return latest is [{ Outcome: SyncOutcome.Completed, StartedAt: var at }] && !(at <= run.KnownRun) && at + IntervalOf(run) > clock.GetUtcNow() ? at : null;
    }

    /// <summary>At the next interval, or as soon as what the run waits for is over.</summary>
    private DateTimeOffset Next(DateTimeOffset begun, TimeSpan interval, SyncResult result)
    {
        var regular = begun + interval;
        var next = result.RetryAt is { } retryAt && retryAt + Moment < regular ? retryAt + Moment : regular;
        var soonest = clock.GetUtcNow() + Moment;
        return next > soonest ? next : soonest;
    }

    private TimeSpan Pause(ScheduledRun run)
    {
        var pause = FirstRetry * Math.Pow(2, Math.Min(run.Failures, MostDoublings));
        return pause < IntervalOf(run) ? pause : IntervalOf(run);
    }

    private TimeSpan IntervalOf(ScheduledRun run) => run.Interval ?? options.Value.Interval;

    [LoggerMessage(3021, LogLevel.Error, "The sync of configuration {Configuration} failed; it is tried again in {Pause}.")]
    private partial void LogRunFailed(Exception exception, ConfigurationId configuration, TimeSpan pause);
}
