using Kompass.Accounting;
using Quartz;

namespace QuartzCluster;

/// <summary>Once a day: renews consents that nobody used, so that Xero does not forget them, and archives the journal. The worker would do so by itself.</summary>
[DisallowConcurrentExecution]
internal sealed class UpkeepJob(IConnectionUpkeep connections, IJournalUpkeep journal) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await connections.RunAsync(cancellationToken);
        await journal.RunAsync(cancellationToken);
    }
}
