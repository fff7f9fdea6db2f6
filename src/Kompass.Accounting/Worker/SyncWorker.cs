using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Runs every enabled configuration at an interval, and looks after the connections of all of them. The fault of one never keeps
/// another from running.
/// </summary>
internal sealed partial class SyncWorker(
    IConfigurationStore configurations,
    ISyncOrchestrator orchestrator,
    IConnectionUpkeep upkeep,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<SyncWorker> logger) : BackgroundService
{
    // A limit that ends at an instant ends a moment later by another clock.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => WorkAsync(stoppingToken);

    /// <summary>Works until it is stopped.</summary>
    internal async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var begun = clock.GetUtcNow();
            var resumeAt = await RunAllAsync(stoppingToken);
            await CareAsync(stoppingToken);
            await Task.Delay(PauseUntil(begun + options.Value.Interval, resumeAt), clock, stoppingToken);
        }
    }

    /// <summary>Until the next interval, or until a parked run may go on, if that is sooner.</summary>
    private TimeSpan PauseUntil(DateTimeOffset next, DateTimeOffset? resumeAt)
    {
        var at = resumeAt is { } reset && reset + Moment < next ? reset + Moment : next;
        var pause = at - clock.GetUtcNow();
        return pause > Moment ? pause : Moment;
    }

    /// <summary>Runs every enabled configuration; answers when the first parked one may go on.</summary>
    private async Task<DateTimeOffset?> RunAllAsync(CancellationToken stoppingToken)
    {
        try
        {
            var enabled = (await configurations.ListAsync(stoppingToken)).Where(configuration => configuration.IsEnabled);
            var resumeAt = await Task.WhenAll(enabled.Select(configuration => RunOneAsync(configuration.Id, stoppingToken)));
            return resumeAt.Min();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogListFailed(exception);
            return null;
        }
    }

    private async Task CareAsync(CancellationToken stoppingToken)
    {
        try
        {
            await upkeep.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogCareFailed(exception);
        }
    }

    private async Task<DateTimeOffset?> RunOneAsync(ConfigurationId configuration, CancellationToken stoppingToken)
    {
        try
        {
            var result = await orchestrator.RunAsync(configuration, progress: null, stoppingToken);
            return result.Outcome == SyncOutcome.Parked ? result.RetryAt : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogRunFailed(exception, configuration);
            return null;
        }
    }

    [LoggerMessage(3020, LogLevel.Error, "The configurations could not be read; the worker tries again at the next interval.")]
    private partial void LogListFailed(Exception exception);

    [LoggerMessage(3022, LogLevel.Error, "The connections could not be looked after; the worker tries again at the next interval.")]
    private partial void LogCareFailed(Exception exception);

    [LoggerMessage(3021, LogLevel.Error, "The sync of configuration {Configuration} failed; it is tried again at the next interval.")]
    private partial void LogRunFailed(Exception exception, ConfigurationId configuration);
}
