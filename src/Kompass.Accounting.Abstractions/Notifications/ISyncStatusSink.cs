namespace Kompass.Accounting;

/// <summary>Told what became of each record: optionally implemented by the host. A failure here never fails the sync.</summary>
public interface ISyncStatusSink
{
    /// <summary>Told once for each batch.</summary>
    Task ReportAsync(ConfigurationId configuration, IReadOnlyList<RecordStatus> statuses, CancellationToken cancellationToken);
}
