using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class Reconciler(
    IConfigurationStore configurations,
    IMappingStore mappings,
    LinkTargets targets,
    ContactComparer comparer,
    ReviewImporter importer,
    ProviderDescriptor provider,
    TimeProvider clock,
    ILogger<Reconciler> logger) : IReconciler
{
    public async Task<ReconciliationReport> CompareAsync(
        ConfigurationId configuration,
        string requestedBy,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await comparer.CompareAsync(found, connection, requestedBy, progress, cancellationToken);
    }

    public Task WriteCsvAsync(ReconciliationReport report, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(destination);
        return new ReviewFileWriter(provider).WriteAsync(report, destination, cancellationToken);
    }

    public async Task<ImportResult> ImportAsync(
        ConfigurationId configuration,
        Stream csv,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(options);
        ConfigurationException.ThrowIfNobodyActs(options.RequestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await importer.ImportAsync(found, connection, csv, options, cancellationToken);
    }

    public async Task<ContactLink> LinkAsync(
        ConfigurationId configuration,
        ClientId client,
        RemoteContactId contact,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        await targets.RequireClientAsync(found, client, cancellationToken);
        var record = await targets.RequireContactAsync(connection, contact, cancellationToken);
        if (!record.IsUsable)
        {
            throw new ConfigurationException(new ConfigurationProblem(nameof(ContactLink.RemoteContactId), ContactState.Refusal(record, provider)));
        }

        contact = record.Id;

        var links = await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken);
        if (links.FirstOrDefault(link => link.ClientId == client && link.RemoteContactId == contact) is { } standing)
        {
            return standing;
        }

        if (links.FirstOrDefault(link => link.ClientId == client || link.RemoteContactId == contact) is { } other)
        {
            throw new LinkConflictException(
                $"Client {other.ClientId} is linked to contact {other.RemoteContactId} already; client {client} cannot be linked to contact {contact}. "
                + "Remove the standing link first.");
        }

        var added = new ContactLink
        {
            RemoteOrganisationId = connection.OrganisationId,
            ClientId = client,
            RemoteContactId = contact,
            Origin = LinkOrigin.Manual,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = requestedBy,
        };
        var audit = Entry(found, connection, client, requestedBy, AuditAction.Link) with { After = $"linked to contact {contact}" };
        await mappings.SaveReviewAsync(connection.OrganisationId, [added], [], [audit], cancellationToken);
        logger.Linked(client, contact, connection.OrganisationId, requestedBy);
        return added;
    }

    public async Task<bool> UnlinkAsync(
        ConfigurationId configuration,
        ClientId client,
        string requestedBy,
        CancellationToken cancellationToken)
    {
        ConfigurationException.ThrowIfNobodyActs(requestedBy);
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        var standing = (await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken)).FirstOrDefault(link => link.ClientId == client);
        var audit = Entry(found, connection, client, requestedBy, AuditAction.Unlink) with { Before = $"linked to contact {standing?.RemoteContactId}" };
        var removed = await mappings.RemoveContactLinkAsync(connection.OrganisationId, client, [audit], cancellationToken);
        if (removed)
        {
            logger.Unlinked(client, connection.OrganisationId, requestedBy);
        }

        return removed;
    }

    private AuditEntry Entry(SyncConfiguration configuration, RemoteConnection connection, ClientId client, string actor, AuditAction action) =>
        AuditEntries.Of(connection, configuration.Id, actor, action, clock.GetUtcNow()) with { Record = RecordKey.Of(client) };
}
