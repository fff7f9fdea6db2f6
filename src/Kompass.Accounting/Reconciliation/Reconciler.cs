using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed class Reconciler(
    IConfigurationStore configurations,
    IMappingStore mappings,
    IClientSource clients,
    IContactStore contacts,
    IContactMirror mirror,
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
        await RequireClientAsync(found, client, cancellationToken);
        contact = await RequireContactAsync(connection, contact, cancellationToken);

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

    private async Task RequireClientAsync(SyncConfiguration configuration, ClientId client, CancellationToken cancellationToken)
    {
        var found = await clients.FindAsync(configuration.Organisations, [client], cancellationToken);
        if (!found.Any(item => item.Key == client && !item.IsTombstone))
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(ContactLink.ClientId),
                $"Client '{client}' does not exist in the organisations of this configuration. Copy the id from Kompass."));
        }
    }

    /// <summary>Reads the contact, and answers with its id as the ledger writes it: people paste ids with capitals or braces.</summary>
    private async Task<RemoteContactId> RequireContactAsync(
        RemoteConnection connection,
        RemoteContactId contact,
        CancellationToken cancellationToken)
    {
        RemoteContactId[] notations = Guid.TryParse(contact.Value, out var id) ? [contact, new(id.ToString("D"))] : [contact];
        var found = await contacts.FindAsync(connection, notations.ToHashSet(), cancellationToken);
        if (new ContactCell(found).Find(contact.Value) is not { } record)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(ContactLink.RemoteContactId),
                $"Contact '{contact}' does not exist in {connection.OrganisationName}. "
                + $"Copy the id from {provider.DisplayName} or from the exported file."));
        }

        await mirror.SaveAsync(connection.OrganisationId, [record], null, cancellationToken);
        if (!record.IsUsable)
        {
            throw new ConfigurationException(new ConfigurationProblem(nameof(ContactLink.RemoteContactId), ContactState.Refusal(record, provider)));
        }

        return record.Id;
    }
}
