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
            || await configurations.GetAsync(report.ConfigurationId, http.RequestAborted) is not { } configuration)
        {
            return Notice.NotFound(http);
        }

        if (!IsCurrent(configuration, report))
        {
            AdminLog.LinkRefused(log, "OtherOrganisation");
            return Notice.Show(
                http,
                StatusCodes.Status410Gone,
                "Of another organisation",
                "The configuration is no longer connected to the Xero organisation that this comparison is about, or its Kompass organisations have changed. Run the comparison again: each run produces a fresh CSV.");
        }

        return Results.Stream(stream => reconciler.WriteCsvAsync(report, stream, http.RequestAborted), "text/csv; charset=utf-8", ReportNames.FileOf(report));
    }

    /// <summary>A report is for those who administer the two organisations that it compared, and they may be others by now.</summary>
    private static bool IsCurrent(SyncConfiguration configuration, ReconciliationReport report) =>
        configuration.Connection?.OrganisationId == report.RemoteOrganisationId && report.Organisations.All(configuration.Organisations.Contains);
}
