using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Hands reports out: by the link that was e-mailed, and from the page.</summary>
internal sealed class ReportHandler(
    IReconciliationStore reports,
    IConfigurationStore configurations,
    IReconciler reconciler,
    ReportTickets tickets,
    AdminUsers users,
    ILogger<ReportHandler> log)
{
    public async Task<IResult> OpenAsync(HttpContext http, string ticket)
    {
        var opened = tickets.Open(ticket, users.Of(http).Name);
        if (opened.State == TicketState.Valid)
        {
            return await SendAsync(http, opened.Report);
        }

        AdminLog.LinkRefused(log, opened.State.ToString());
        return opened.State == TicketState.Expired
            ? Notice.Show(http, StatusCodes.Status410Gone, "The link has expired", "Download links work for 7 days. Run the comparison again: each run produces a fresh CSV.")
            : Notice.Show(http, StatusCodes.Status404NotFound, "Not your link", "This download link is damaged, or it was sent to another user. Sign in as the user who asked for the comparison, or run it again.");
    }

    public Task<IResult> DownloadAsync(HttpContext http, Guid id) => SendAsync(http, new(id));

    private async Task<IResult> SendAsync(HttpContext http, ReconciliationId id)
    {
        if (await reports.GetAsync(id, http.RequestAborted) is not { } report
            || await configurations.GetAsync(report.ConfigurationId, http.RequestAborted) is not { } configuration
            || !IsOf(report, configuration))
        {
            return Notice.NotFound(http);
        }

        return Results.Stream(stream => reconciler.WriteCsvAsync(report, stream, http.RequestAborted), "text/csv; charset=utf-8", ReportNames.FileOf(report));
    }

    // A configuration that moved to another organisation has nothing to say about the contacts of the one before.
    private static bool IsOf(ReconciliationReport report, SyncConfiguration configuration) =>
        (configuration.Connection?.OrganisationId ?? configuration.FormerConnection?.OrganisationId) == report.RemoteOrganisationId;
}
