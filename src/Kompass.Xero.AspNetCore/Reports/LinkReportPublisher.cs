namespace Kompass.Xero.AspNetCore;

/// <summary>Publishes a report as a download link for the user who asked, valid for seven days.</summary>
internal sealed class LinkReportPublisher(ReportTickets tickets, AdminPaths paths) : IReportPublisher
{
    public Task<PublishedReport> PublishAsync(ReconciliationReport report, string? recipient, CancellationToken cancellationToken)
    {
        var (ticket, expires) = tickets.Issue(report.Id, report.RequestedBy);
        return Task.FromResult(new PublishedReport(paths.Absolute($"/reports/{ticket}"), expires, ReportNames.FileOf(report)));
    }
}
