using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Compares contacts with clients, publishes the report, and e-mails the link to the user who asked.</summary>
internal sealed class ComparisonJob(
    IReconciler reconciler,
    IConfigurationStore configurations,
    OrganisationZones zones,
    IReportPublisher publisher,
    IEnumerable<INotifier> notifiers,
    ILogger<ComparisonJob> log)
{
    public async Task<string> RunAsync(Job job, IProgress<SyncProgress> progress, CancellationToken cancellationToken)
    {
        var report = await reconciler.CompareAsync(job.ConfigurationId, job.User.Name, progress, cancellationToken);
        var published = await publisher.PublishAsync(report, job.User.Email, cancellationToken);
        var rows = $"Compared: {Texts.Count(report.Rows.Count, "row", "rows")}, {Texts.Number(report.Remaining)} still to look at.";
        var connection = (await configurations.GetAsync(job.ConfigurationId, cancellationToken))?.Connection;
        var expires = Texts.Instant(published.ExpiresAt, await zones.OfAsync(connection, cancellationToken));
        return $"{rows} {await TellAsync(job.User.Email, report, published.Address, expires, cancellationToken)}";
    }

    private async Task<string> TellAsync(string? email, ReconciliationReport report, Uri address, string expires, CancellationToken cancellationToken)
    {
        if (email is null)
        {
            return "Your user has no e-mail address, so nothing was e-mailed: download the CSV here.";
        }

        if (notifiers.LastOrDefault() is not { } notifier)
        {
            return "This host sends no e-mail: download the CSV here.";
        }

        try
        {
            await notifier.NotifyAsync([email], Letter(report, address, expires), cancellationToken);
            return $"A download link was e-mailed to {email}; it expires on {expires}.";
        }
#pragma warning disable CA1031 // Whatever the host's mail throws, the report is there and can be downloaded.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AdminLog.MailFailed(log, report.Id, failure);
            return $"The e-mail to {email} could not be sent: download the CSV here.";
        }
    }

    private static Notification Letter(ReconciliationReport report, Uri address, string expires) => new(
        report.ConfigurationId,
        "Your comparison of Xero contacts with Kompass clients is ready",
        $"""
        The comparison that you asked for has finished: {Texts.Count(report.Rows.Count, "row", "rows")}, {Texts.Number(report.Remaining)} still to look at.

        Download the CSV report (sign in as the user who asked for it):
        {address}

        The link expires on {expires}. Review the high and medium-confidence matches. Either decide row by row under
        Xero, Reconciliations, or correct false positives in the kompass_id column, write link, create or ignore into the decision column, and
        upload the file there.
        """);
}
