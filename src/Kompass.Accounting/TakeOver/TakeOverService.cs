using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class TakeOverService(
    IConfigurationStore configurations,
    IMappingStore mappings,
    ISyncJournal journal,
    TakeOverReader reader,
    LeasedWork work,
    IEntropy entropy,
    TimeProvider clock,
    ILogger<TakeOverService> logger) : ITakeOver
{
    public async Task<TakeOverResult> ImportAsync(
        ConfigurationId configuration,
        TakeOverFiles files,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ConfigurationException.ThrowIfNobodyActs(options.RequestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await work.RunAsync(connection, ImportAsync, cancellationToken);

        async Task<TakeOverResult> ImportAsync(Lease lease)
        {
            var (draft, rows, errors) = await reader.ReadAsync(found, connection, files, options, cancellationToken);
            var result = new TakeOverResult { IsDryRun = options.DryRun, Rows = rows, Errors = errors, Warnings = draft.Warnings };
            if (errors.Count > 0)
            {
                return result;
            }

            result = result with
            {
                AlreadyThere = draft.AlreadyThere,
                Contacts = draft.NewContacts,
                Documents = draft.NewDocuments,
                Mappings = draft.NewMappings,
            };
            return options.DryRun || draft.IsEmpty ? result : await KeepAsync(result, configuration, connection, lease, options.RequestedBy, cancellationToken);
        }
    }

    public Task<IReadOnlyList<TakeOverImport>> ListAsync(ConfigurationId configuration, CancellationToken cancellationToken) =>
        journal.GetImportsAsync(configuration, cancellationToken);

    public async Task<TakeOverReversal> RevertAsync(
        ConfigurationId configuration,
        ImportId import,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (_, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await work.RunAsync(connection, RevertAsync, cancellationToken);

        async Task<TakeOverReversal> RevertAsync(Lease lease)
        {
            var standing = (await journal.GetImportsAsync(configuration, cancellationToken))
                .FirstOrDefault(entry => entry.Id == import && entry.RemoteOrganisationId == connection.OrganisationId)
                ?? throw new ConfigurationException(new ConfigurationProblem(
                    nameof(TakeOverImport.Id), $"Import {import} does not exist for {connection.OrganisationName}. Choose one from the list of imports."));
            if (standing.RevertedAt is not null)
            {
                return new(0, 0, 0, []);
            }

            var organisation = connection.OrganisationId;
            var way = new WayBack(
                standing,
                await mappings.GetContactLinksAsync(organisation, cancellationToken),
                await mappings.GetDocumentLinksAsync(organisation, cancellationToken),
                await mappings.GetMappingsAsync(organisation, cancellationToken));
            await journal.RecordAsync(
                lease,
                new()
                {
                    RemovedContactLinks = way.Contacts,
                    RemovedDocumentLinks = way.Documents,
                    RemovedMappings = way.Mappings,
                    Holds = [.. standing.Documents.Where(link => way.Documents.Contains(link.InvoiceId)).Select(Held)],
                    Import = standing with { RevertedAt = clock.GetUtcNow(), RevertedBy = requestedBy },
                    Audit =
                    [
                        AuditEntries.Of(connection, configuration, requestedBy, AuditAction.RevertTakeOver, clock.GetUtcNow()) with
                        {
                            Before = $"import {import}",
                            After = $"taken back: {way.Contacts.Count} contacts, {way.Documents.Count} documents, {way.Mappings.Count} mappings",
                        },
                    ],
                },
                cancellationToken);
            logger.TakenBack(import, organisation, requestedBy, way.Contacts.Count, way.Documents.Count, way.Mappings.Count);
            return new(way.Contacts.Count, way.Documents.Count, way.Mappings.Count, way.Stays);
        }
    }

    // The document still stands in the ledger: without its link it would be created a second time.
    private Hold Held(DocumentLink link) => HoldFactory.Make(
        RecordKey.Of(link.InvoiceId),
        link.Number ?? link.InvoiceId.Value,
        link.Gross,
        HoldReason.AlreadyInLedger,
        $"The import that linked it to document {link.RemoteDocumentId} was taken back, and that document still stands in the ledger.",
        clock.GetUtcNow());

    private async Task<TakeOverResult> KeepAsync(
        TakeOverResult result,
        ConfigurationId configuration,
        RemoteConnection connection,
        Lease lease,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        var import = new TakeOverImport
        {
            Id = new(entropy.NewGuid()),
            ConfigurationId = configuration,
            RemoteOrganisationId = lease.OrganisationId,
            CreatedAt = clock.GetUtcNow(),
            RequestedBy = requestedBy,
            Contacts = result.Contacts,
            Documents = result.Documents,
            Mappings = result.Mappings,
        };
        try
        {
            await journal.RecordAsync(
                lease,
                new()
                {
                    ContactLinks = result.Contacts,
                    DocumentLinks = result.Documents,
                    Mappings = result.Mappings,
                    Import = import,
                    Audit =
                    [
                        AuditEntries.Of(connection, configuration, requestedBy, AuditAction.TakeOver, import.CreatedAt) with
                        {
                            After = $"import {import.Id}: {result.Contacts.Count} contacts, {result.Documents.Count} documents, {result.Mappings.Count} mappings",
                        },
                    ],
                },
                cancellationToken);
        }
        catch (LinkConflictException conflict)
        {
            return new()
            {
                IsDryRun = false,
                Rows = result.Rows,
                Errors = [new("clients", 1, null, $"Somebody linked one of these records meanwhile: {conflict.Message} Import the files again.")],
            };
        }

        logger.TakenOver(import.Id, lease.OrganisationId, requestedBy, result.Contacts.Count, result.Documents.Count, result.Mappings.Count);
        return result with { Id = import.Id };
    }
}
