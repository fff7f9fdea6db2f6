using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class DocumentReconciler(
    IConfigurationStore configurations,
    LedgerDocumentReader reader,
    IMappingStore mappings,
    ISyncJournal journal,
    OutcomeRecorder recorder,
    LeasedWork work,
    TimeProvider clock,
    ILogger<DocumentReconciler> logger) : IDocumentReconciler
{
    public async Task<DocumentReconciliation> CompareAsync(
        ConfigurationId configuration,
        string requestedBy,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (observation, found) = await reader.ReadAsync(configuration, everyKind: false, progress, cancellationToken);
        return new()
        {
            ConfigurationId = configuration,
            Connection = observation.Connection,
            From = observation.Configuration.CutOverDate!.Value,
            CreatedAt = observation.ObservedAt,
            RequestedBy = requestedBy,
            Findings = DocumentMatching.Decide(observation, new(found, observation.DocumentLinks.Values)),
        };
    }

    public async Task<DocumentReconciliationResult> ApplyAsync(DocumentReconciliation comparison, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (_, connection) = await configurations.RequireConnectedAsync(comparison.ConfigurationId, cancellationToken);
        if (connection.OrganisationId != comparison.Connection.OrganisationId)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Connection), "The configuration was connected to another organisation since: compare again."));
        }

        var result = await work.RunAsync(connection, lease => ApplyAsync(comparison, lease, cancellationToken), cancellationToken);
        logger.DocumentsCompared(connection.OrganisationId, comparison.RequestedBy, result.Linked, result.Held, result.Released);
        return result;
    }

    private async Task<DocumentReconciliationResult> ApplyAsync(DocumentReconciliation comparison, Lease lease, CancellationToken cancellationToken)
    {
        var organisation = lease.OrganisationId;
        var links = await mappings.GetDocumentLinksAsync(organisation, cancellationToken);
        var sent = links.Select(link => link.InvoiceId).ToHashSet();
        var taken = links.Select(link => link.RemoteDocumentId).ToHashSet();
        var inDoubt = (await journal.GetUnsettledAsync(organisation, cancellationToken)).Select(operation => operation.Record).ToHashSet();
        var held = (await journal.GetHoldsAsync(organisation, cancellationToken))
            .Where(hold => hold.Reason == HoldReason.AlreadyInLedger)
            .Select(hold => hold.Record)
            .ToHashSet();
        var outcomes = new Outcomes();
        var (skipped, waiting, released) = (0, 0, 0);
        foreach (var finding in comparison.Findings)
        {
            var record = RecordKey.Of(finding.Invoice.Id);
            if (sent.Contains(finding.Invoice.Id) || inDoubt.Contains(record) || (finding.Fate == DocumentFate.Link && taken.Contains(finding.Candidates[0].Id)))
            {
                skipped++;
            }
            else if (finding.Fate == DocumentFate.Link)
            {
                Link(outcomes, finding, organisation);
            }
            else if (finding.Fate == DocumentFate.Hold)
            {
                waiting++;
                outcomes.Hold(HoldFactory.ForInvoice(finding.Invoice, HoldReason.AlreadyInLedger, finding.Reason, clock.GetUtcNow()));
            }
            else if (held.Contains(record))
            {
                released++;
                outcomes.Released.Add(record);
            }
        }

        if (!outcomes.IsEmpty)
        {
            outcomes.Audit.Add(AuditEntries.Of(comparison.Connection, comparison.ConfigurationId, comparison.RequestedBy, AuditAction.CompareDocuments, clock.GetUtcNow()) with
            {
                After = $"documents: {outcomes.DocumentLinks.Count} linked, {waiting} held, {released} released",
            });
        }

        await recorder.RecordAsync(lease, comparison.ConfigurationId, outcomes, cancellationToken);
        return new(outcomes.DocumentLinks.Count, waiting, released, skipped);
    }

    private void Link(Outcomes outcomes, DocumentFinding finding, RemoteOrganisationId organisation)
    {
        var stored = finding.Candidates[0];
        outcomes.DocumentLinks.Add(AdoptedLinks.For(organisation, finding.Invoice, stored, clock.GetUtcNow()));
        if (finding.Differences.Count == 0)
        {
            outcomes.Release(RecordKey.Of(finding.Invoice.Id), RecordState.Synced, stored.Id.Value, stored.Number);
            return;
        }

        // It carries our marker, so it is ours; but it is not what Kompass says.
        outcomes.Hold(HoldFactory.ForInvoice(
            finding.Invoice,
            HoldReason.StoredDiffers,
            $"Document {DocumentNames.Of(stored)} carries our marker and differs. {string.Join("; ", finding.Differences)}.",
            clock.GetUtcNow()));
    }
}
