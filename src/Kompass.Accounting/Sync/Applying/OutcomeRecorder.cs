using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Records outcomes, then tells the host about them.</summary>
internal sealed partial class OutcomeRecorder(
    ISyncJournal journal,
    IEnumerable<ISyncStatusSink> sinks,
    SyncTelemetry telemetry,
    ILogger<OutcomeRecorder> logger)
{
    public async Task RecordAsync(RunState run, Outcomes outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.IsEmpty)
        {
            return;
        }

        await journal.RecordAsync(run.Lease, outcomes.ToBatch(), cancellationToken);
        run.Absorb(outcomes);
        Measure(outcomes, run.IsNew);
        await ReportAsync(run.Plan.ConfigurationId, outcomes, cancellationToken);
    }

    /// <summary>Records outcomes that belong to no run: those that were settled before it.</summary>
    public async Task RecordAsync(Lease lease, ConfigurationId configuration, Outcomes outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.IsEmpty)
        {
            return;
        }

        await journal.RecordAsync(lease, outcomes.ToBatch(), cancellationToken);
        Measure(outcomes, _ => true);
        await ReportAsync(configuration, outcomes, cancellationToken);
    }

    private void Measure(Outcomes outcomes, Func<Hold, bool> isNew)
    {
        telemetry.Recorded(outcomes.Operations);
        foreach (var hold in outcomes.Holds.Where(isNew))
        {
            telemetry.Held(hold);
        }
    }

    private async Task ReportAsync(ConfigurationId configuration, Outcomes outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.Statuses.Count == 0)
        {
            return;
        }

        foreach (var sink in sinks)
        {
            try
            {
                await sink.ReportAsync(configuration, outcomes.Statuses, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSinkFailed(exception, outcomes.Statuses.Count);
            }
        }
    }

    [LoggerMessage(3001, LogLevel.Warning, "The host's status sink failed for {Count} records; the sync goes on.")]
    private partial void LogSinkFailed(Exception exception, int count);
}
