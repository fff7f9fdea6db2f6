using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What Kompass was told last about each record.</summary>
internal sealed class StatusRecorder : ISyncStatusSink
{
    private readonly Dictionary<RecordKey, RecordStatus> _last = [];

    public RecordStatus? this[RecordKey record] => _last.GetValueOrDefault(record);

    public void Clear() => _last.Clear();

    public Task ReportAsync(ConfigurationId configuration, IReadOnlyList<RecordStatus> statuses, CancellationToken cancellationToken)
    {
        foreach (var status in statuses)
        {
            _last[status.Record] = status;
        }

        return Task.CompletedTask;
    }
}
