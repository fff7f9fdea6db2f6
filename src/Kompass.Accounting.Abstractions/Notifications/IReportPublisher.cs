namespace Kompass.Accounting;

/// <summary>Puts a finished report where a person can fetch it.</summary>
public interface IReportPublisher
{
    /// <summary>Publishes a report for one person and answers with the address of the download.</summary>
    /// <param name="report">The report.</param>
    /// <param name="recipient">The e-mail address of the person who asked; null when there is none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<PublishedReport> PublishAsync(ReconciliationReport report, string? recipient, CancellationToken cancellationToken);
}
