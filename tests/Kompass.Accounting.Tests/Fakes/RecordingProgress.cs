namespace Kompass.Accounting.Tests;

/// <summary>Keeps what was reported, at once and on the caller's thread.</summary>
internal sealed class RecordingProgress : IProgress<SyncProgress>
{
    public List<SyncProgress> Reports { get; } = [];

    public IEnumerable<string> Stages => Reports.Select(report => report.Stage).Distinct();

    public void Report(SyncProgress value) => Reports.Add(value);
}
