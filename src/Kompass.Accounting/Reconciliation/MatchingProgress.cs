using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

internal sealed class MatchingProgress(IProgress<SyncProgress> target, string stage) : IProgress<MatchProgress>
{
    public void Report(MatchProgress value) => target.Report(new(stage, value.Done, value.Total));
}
