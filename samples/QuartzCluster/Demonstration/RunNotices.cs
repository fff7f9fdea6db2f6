using System.Globalization;
using System.Text.Json;
using Kompass.Accounting;
using Quartz;
using Quartz.Listener;

namespace QuartzCluster;

/// <summary>Writes a <see cref="RunNotice"/> where a run begins and where it ends.</summary>
internal sealed class RunNotices : JobListenerSupport
{
    public override string Name => "notices";

    public override Task JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => WriteAsync(Begin(context));

    public override Task JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
        WriteAsync(context.Result is SyncResult result
            ? Begin(context) with
            {
                Outcome = result.Outcome,
                Contacts = result.Counts.ContactsCreated,
                Invoices = result.Counts.InvoicesCreated,
                Message = result.Message,
            }
            : null);

    private static RunNotice Begin(IJobExecutionContext context) =>
        new(ConfigurationId.Parse(context.JobDetail.Key.Name, CultureInfo.InvariantCulture).Value, context.Recovering);

    private static Task WriteAsync(RunNotice? notice) =>
        notice is null ? Task.CompletedTask : Console.Out.WriteLineAsync(JsonSerializer.Serialize(notice));
}
