using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Records outcomes, then tells the host about them.</summary>
internal sealed partial class OutcomeRecorder(
    ISyncJournal journal,
    IEnumerable<ISyncStatusSink> sinks,
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
        if (outcomes.Statuses.Count == 0)
        {
            return;
        }

        foreach (var sink in sinks)
        {
            try
            {
                await sink.ReportAsync(run.Plan.ConfigurationId, outcomes.Statuses, cancellationToken);
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
