using Kompass.Accounting.Matching;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Reads both sides, compares them and keeps the report. Thread-safe.</summary>
internal sealed class ContactComparer(
    IMappingStore mappings,
    ReviewDesk desk,
    IClientSource clients,
    ContactReader contacts,
    INameMatcher matcher,
    ProviderDescriptor provider,
    IEntropy entropy,
    TimeProvider clock,
    ILogger<ContactComparer> logger)
{
    public async Task<ReconciliationReport> CompareAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        string requestedBy,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var remote = await contacts.ReadAllAsync(connection, Stage("Reading contacts"), cancellationToken);
        var local = await clients.ReadClientsAsync(configuration.Organisations, Stage("Reading clients"), cancellationToken);
        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        var decisions = await mappings.GetDecisionsAsync(connection.OrganisationId, cancellationToken);
        var rows = new ContactComparison(matcher, new(provider), progress, cancellationToken).Compare(remote, local, links, decisions);
        progress?.Report(new("Saving the report", 0, rows.Count));
        var report = new ReconciliationReport
        {
            Id = new(entropy.NewGuid()),
            ConfigurationId = configuration.Id,
            RemoteOrganisationId = connection.OrganisationId,
            Organisations = [.. configuration.Organisations],
            CreatedAt = clock.GetUtcNow(),
            RequestedBy = requestedBy,
            Rows = rows,
        };
        await desk.SaveAsync(report, cancellationToken);
        progress?.Report(new("Saving the report", rows.Count, rows.Count));
        logger.Compared(remote.Count, connection.OrganisationId, local.Count, report.Id, report.Remaining);
        return report;

        Action<int>? Stage(string name) => progress is null ? null : done => progress.Report(new(name, done, 0));
    }
}
