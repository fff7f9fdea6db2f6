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
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        do
        {
            await RunAllAsync(stoppingToken);
            await CareAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAllAsync(CancellationToken stoppingToken)
    {
        try
        {
            var enabled = (await configurations.ListAsync(stoppingToken)).Where(configuration => configuration.IsEnabled);
            await Task.WhenAll(enabled.Select(configuration => RunOneAsync(configuration.Id, stoppingToken)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogListFailed(exception);
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

    private async Task RunOneAsync(ConfigurationId configuration, CancellationToken stoppingToken)
    {
        try
        {
            await orchestrator.RunAsync(configuration, progress: null, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogRunFailed(exception, configuration);
        }
    }

    [LoggerMessage(3020, LogLevel.Error, "The configurations could not be read; the worker tries again at the next interval.")]
    private partial void LogListFailed(Exception exception);

    [LoggerMessage(3022, LogLevel.Error, "The connections could not be looked after; the worker tries again at the next interval.")]
    private partial void LogCareFailed(Exception exception);

    [LoggerMessage(3021, LogLevel.Error, "The sync of configuration {Configuration} failed; it is tried again at the next interval.")]
    private partial void LogRunFailed(Exception exception, ConfigurationId configuration);
}
