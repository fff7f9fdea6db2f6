using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Imports a review file: all of it, or nothing. Thread-safe.</summary>
internal sealed class ReviewImporter(
    IMappingStore mappings,
    IReconciliationStore reports,
    IClientSource clients,
    IContactMirror mirror,
    ContactReader contacts,
    ProviderDescriptor provider,
    TimeProvider clock,
    ILogger<ReviewImporter> logger)
{
    public async Task<ImportResult> ImportAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        Stream csv,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        var file = await ReviewFileReader.ReadAsync(csv, new(provider), cancellationToken);
        if (file.Errors.Count > 0)
        {
            return Refused(file.Lines.Count, file.Errors, connection, options);
        }

        var (listed, errors) = await GetReportsAsync(file.Lines, configuration, connection, cancellationToken);
        if (errors.Count > 0)
        {
            return Refused(file.Lines.Count, errors, connection, options);
        }

        var outcome = new ReviewInterpreter(await ObserveAsync(file, listed, configuration, connection, options, cancellationToken))
            .Interpret(file.Lines);
        if (outcome.Errors.Count > 0)
        {
            return Refused(file.Lines.Count, outcome.Errors, connection, options) with { Warnings = outcome.Warnings };
        }

        var result = new ImportResult
        {
            IsDryRun = options.DryRun,
            Rows = file.Lines.Count,
            Links = outcome.Links,
            AlreadyLinked = outcome.AlreadyLinked,
            Decisions = outcome.Decisions,
            Changes = outcome.Changes,
            Errors = [],
            Warnings = outcome.Warnings,
        };
        return options.DryRun ? result : await SaveAsync(result, configuration, connection, options, cancellationToken);
    }

    private async Task<ImportResult> SaveAsync(
        ImportResult result,
        SyncConfiguration configuration,
        RemoteConnection connection,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        try
        {
            if (result.Links.Count + result.Decisions.Count > 0)
            {
                var audit = ReviewAudit.Of(AuditAction.Import, result.Links, result.Decisions, configuration.Id, options.RequestedBy, clock.GetUtcNow());
                await mappings.SaveReviewAsync(connection.OrganisationId, result.Links, result.Decisions, audit, cancellationToken);
            }
        }
        catch (LinkConflictException conflict)
        {
            var error = new ImportIssue(1, null, $"Somebody linked one of these contacts or clients meanwhile: {conflict.Message} Import the file again.");
            return Refused(result.Rows, [error], connection, options) with { Warnings = result.Warnings };
        }

        logger.Imported(connection.OrganisationId, options.RequestedBy, result.Links.Count, result.Decisions.Count, result.Rows);
        return result;
    }

    private async Task<ReviewContext> ObserveAsync(
        ReviewFile file,
        IReadOnlyCollection<ReconciliationReport> listed,
        SyncConfiguration configuration,
        RemoteConnection connection,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        var isDecided = file.Lines.Any(line => line.Decision.Length > 0);
        return new()
        {
            Provider = provider,
            Connection = connection,
            Contacts = isDecided && !listed.Any(IsFresh)
                ? await contacts.GetCurrentAsync(connection, keep: !options.DryRun, cancellationToken)
                : await mirror.GetAllAsync(connection.OrganisationId, cancellationToken),
            Clients = await clients.ReadClientsAsync(configuration.Organisations, null, cancellationToken),
            Links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken),
            Decisions = await mappings.GetDecisionsAsync(connection.OrganisationId, cancellationToken),
            Reports = listed,
            RequestedBy = options.RequestedBy,
            Now = clock.GetUtcNow(),
        };
    }

    /// <summary>The contacts were read a moment ago: reading them once more for each try of an import would cost a call each.</summary>
    private bool IsFresh(ReconciliationReport report) => clock.GetUtcNow() - report.CreatedAt < LedgerCatalogueCache.Lifetime;

    private async Task<(IReadOnlyCollection<ReconciliationReport> Reports, IReadOnlyList<ImportIssue> Errors)> GetReportsAsync(
        IReadOnlyList<ReviewLine> lines,
        SyncConfiguration configuration,
        RemoteConnection connection,
        CancellationToken cancellationToken)
    {
        var found = new List<ReconciliationReport>();
        var errors = new List<ImportIssue>();
        var named = lines.Where(line => line.Report.Length > 0).DistinctBy(line => line.Report, StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count > ReviewFileLimits.Reports)
        {
            return ([], [Issue(named[ReviewFileLimits.Reports], $"The file mixes rows of more than {ReviewFileLimits.Reports} comparisons. "
                + "Import them one by one.")]);
        }

        foreach (var line in named)
        {
            var report = ReconciliationId.TryParse(line.Report, out var id) ? await reports.GetAsync(id, cancellationToken) : null;
            if (report is null)
            {
                errors.Add(Issue(line, $"No comparison has the id '{line.Report}' here. Export the comparison again and edit that file."));
            }
            else if (report.ConfigurationId != configuration.Id)
            {
                errors.Add(Issue(line, "The file belongs to a comparison of another configuration. "
                    + "Import it there, or compare again here."));
            }
            else if (report.RemoteOrganisationId != connection.OrganisationId)
            {
                errors.Add(Issue(line,
                    $"The file belongs to a comparison with another organisation than {connection.OrganisationName}. "
                    + "Compare again and edit the new file."));
            }
            else
            {
                found.Add(report);
            }
        }

        if (named.Count == 0 && lines.Count > 0)
        {
            errors.Add(Issue(lines[0], "No row names its comparison. "
                + "Keep the column of the exported file, or export the comparison again."));
        }

        return (found, errors);
    }

    private static ImportIssue Issue(ReviewLine line, string message) => new(line.Line, ReviewColumns.Report, message);

    private ImportResult Refused(int rows, IReadOnlyList<ImportIssue> errors, RemoteConnection connection, ImportOptions options)
    {
        logger.Refused(connection.OrganisationId, options.RequestedBy, errors.Count);
        return new()
        {
            IsDryRun = options.DryRun,
            Rows = rows,
            Links = [],
            AlreadyLinked = 0,
            Decisions = [],
            Errors = errors,
            Warnings = [],
        };
    }
}
