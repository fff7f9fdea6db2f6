namespace Kompass.Accounting;

/// <summary>
/// Keeps links, decisions and mappings, all by remote organisation, so that a configuration that moves to another one
/// starts clean. Implemented by the store packages together with <see cref="ISyncJournal"/> and
/// <see cref="IContactMirror"/>, replaced all three. Thread-safe.
/// </summary>
public interface IMappingStore
{
    /// <summary>Reads all contact links of an organisation.</summary>
    Task<IReadOnlyList<ContactLink>> GetContactLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads all document links of an organisation.</summary>
    Task<IReadOnlyList<DocumentLink>> GetDocumentLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads the contact links that some clients have.</summary>
    Task<IReadOnlyList<ContactLink>> FindContactLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<ClientId> clients, CancellationToken cancellationToken);

    /// <summary>Reads one page of the contact links of an organisation, as pages show them.</summary>
    Task<ContactLinkList> ReadContactLinksAsync(RemoteOrganisationId organisation, ContactLinkQuery query, CancellationToken cancellationToken);

    /// <summary>Reads the document links that some invoices have.</summary>
    Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<InvoiceId> invoices, CancellationToken cancellationToken);

    /// <summary>Reads the document links that some documents of the ledger have.</summary>
    Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<RemoteDocumentId> documents, CancellationToken cancellationToken);

    /// <summary>
    /// A number that grows whenever a link, a decision, a mapping, a skipped record or a mirrored contact of an organisation is added,
    /// changed or removed, or a held record is released, by whichever of the ports; 0 before the first. While it stands still a plan that
    /// found nothing to do need not read them again.
    /// </summary>
    Task<long> GetRevisionAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads all remembered decisions of an organisation.</summary>
    Task<IReadOnlyList<ContactDecision>> GetDecisionsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>
    /// Adds links and remembers decisions in one transaction: all or nothing. A link that already stands unchanged is left alone;
    /// a decision replaces an earlier one about the same client or contact; a link ends the decisions about its client and contact.
    /// </summary>
    /// <exception cref="LinkConflictException">A client or a contact is already linked to another one.</exception>
    Task SaveReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        CancellationToken cancellationToken);

    /// <summary>The same, with the decisions that led to it: all are stored, or none.</summary>
    /// <exception cref="LinkConflictException">A client or a contact is already linked to another one.</exception>
    Task SaveReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken);

    /// <summary>
    /// Takes links and decisions of a review back, with the entries that say so, in one transaction: all or nothing. A link is taken back
    /// while it stands as given, to the same contact and with the same hash of what was sent.
    /// </summary>
    /// <exception cref="StoreConflictException">One of them does not stand any more as given.</exception>
    Task TakeBackReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken);

    /// <summary>Removes a contact link; false when there was none.</summary>
    Task<bool> RemoveContactLinkAsync(RemoteOrganisationId organisation, ClientId client, CancellationToken cancellationToken);

    /// <summary>The same, with the decision that led to it, which is not stored when there was no link.</summary>
    Task<bool> RemoveContactLinkAsync(
        RemoteOrganisationId organisation, ClientId client, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken);

    /// <summary>Reads all code mappings of an organisation.</summary>
    Task<IReadOnlyList<CodeMapping>> GetMappingsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Replaces all code mappings of one kind in one transaction.</summary>
    Task SaveMappingsAsync(
        RemoteOrganisationId organisation,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        CancellationToken cancellationToken);

    /// <summary>The same, with the decision that led to it: both are stored, or neither.</summary>
    Task SaveMappingsAsync(
        RemoteOrganisationId organisation,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken);
}
