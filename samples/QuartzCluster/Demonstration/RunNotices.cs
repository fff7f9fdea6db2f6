using System.Globalization;
using System.Text.Json;
using Kompass.Accounting;
using Quartz;

namespace QuartzCluster;

/// <summary>Writes a <see cref="RunNotice"/> where a run begins and where it ends.</summary>
internal sealed class RunNotices : IJobListener
{
    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => WriteAsync(Begin(context));

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
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

    private static async ValueTask WriteAsync(RunNotice? notice)
    {
        if (notice is not null)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(notice));
        }
    }
}
