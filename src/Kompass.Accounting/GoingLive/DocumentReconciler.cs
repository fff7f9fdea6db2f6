using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class DocumentReconciler(
    IConfigurationStore configurations,
    LedgerDocumentReader reader,
    IMappingStore mappings,
    ISyncJournal journal,
    IDocumentStore documents,
    IEnumerable<IInvoiceSource> invoiceSources,
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
        ArgumentException.ThrowIfNullOrWhiteSpace(requestedBy);
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

    public async Task<DocumentLink> LinkAsync(
        ConfigurationId configuration,
        InvoiceId invoice,
        RemoteDocumentId document,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        var wanted = await RequireInvoiceAsync(found, invoice, cancellationToken);
        var kind = DocumentKinds.Of(wanted.Kind) ?? throw Refused($"Document {wanted.Reference} is nothing that the ledger could have.");
        var stored = await documents.FindAsync(connection, kind, [document], cancellationToken) is [var one, ..]
            ? one
            : throw Refused($"The ledger has no {kind} with the id {document}. Copy the id from the ledger.");
        var contacts = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        var contact = contacts.FirstOrDefault(link => link.ClientId == wanted.ClientId)?.RemoteContactId;
        var differences = DocumentFacts.Differences(wanted, stored.Number, contact, stored).Where(entry => entry.Field != "date").ToList();
        if (differences.Count > 0 || ChangeRules.IsWithdrawn(stored))
        {
            throw Refused(
                $"Document {wanted.Reference} cannot be linked to document {document}. "
                + (differences.Count == 0 ? "That one was voided or deleted." : $"They are not the same: {string.Join("; ", differences)}."));
        }

        return await work.RunAsync(connection, KeepAsync, cancellationToken);

        async Task<DocumentLink> KeepAsync(Lease lease)
        {
            var standing = (await mappings.GetDocumentLinksAsync(connection.OrganisationId, cancellationToken))
                .FirstOrDefault(link => link.InvoiceId == invoice && link.RemoteDocumentId == stored.Id);
            if (standing is not null)
            {
                return standing;
            }

            var outcomes = new Outcomes();
            outcomes.DocumentLinks.Add(AdoptedLinks.For(connection.OrganisationId, wanted, stored, clock.GetUtcNow()));
            outcomes.Release(RecordKey.Of(invoice), RecordState.Synced, stored.Id.Value, stored.Number);
            await recorder.RecordAsync(lease, configuration, outcomes, cancellationToken);
            logger.DocumentLinked(invoice, stored.Id, connection.OrganisationId, requestedBy);
            return outcomes.DocumentLinks[0];
        }
    }

    public async Task<IReadOnlyList<InvoiceId>> ReleaseAsync(
        ConfigurationId configuration,
        IReadOnlyCollection<InvoiceId> invoices,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invoices);
        ArgumentException.ThrowIfNullOrWhiteSpace(requestedBy);
        var (_, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await work.RunAsync(connection, ReleaseAsync, cancellationToken);

        async Task<IReadOnlyList<InvoiceId>> ReleaseAsync(Lease lease)
        {
            var held = (await journal.GetHoldsAsync(connection.OrganisationId, cancellationToken))
                .Where(hold => hold.Reason == HoldReason.AlreadyInLedger)
                .Select(hold => hold.Record)
                .ToHashSet();
            var released = invoices.Distinct().Where(invoice => held.Contains(RecordKey.Of(invoice))).ToList();
            var outcomes = new Outcomes();
            outcomes.Released.AddRange(released.Select(RecordKey.Of));
            await recorder.RecordAsync(lease, configuration, outcomes, cancellationToken);
            logger.DocumentsReleased(released.Count, connection.OrganisationId, requestedBy);
            return released;
        }
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
            $"Document {stored.Id} carries our marker and differs. {string.Join("; ", finding.Differences)}.",
            clock.GetUtcNow()));
    }

    private async Task<Invoice> RequireInvoiceAsync(SyncConfiguration configuration, InvoiceId id, CancellationToken cancellationToken)
    {
        var source = invoiceSources.LastOrDefault() ?? throw Refused("The host registered no IInvoiceSource: call AddInvoiceSource<T>() at start.");
        return (await source.FindAsync(configuration.Organisations, [id], cancellationToken)).FirstOrDefault(item => item.Key == id)?.Record
            ?? throw Refused($"Document '{id}' does not exist in the organisations of this configuration. Copy the id from Kompass.");
    }

    private static ConfigurationException Refused(string message) => new(new ConfigurationProblem(nameof(DocumentLink.InvoiceId), message));
}
