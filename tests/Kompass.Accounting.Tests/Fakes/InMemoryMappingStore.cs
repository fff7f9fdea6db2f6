namespace Kompass.Accounting.Tests;

/// <summary>Links, decisions and mappings in memory, with the rules of the port. Shared with <see cref="InMemorySyncJournal"/>.</summary>
internal sealed class InMemoryMappingStore(InMemoryContactMirror? mirror = null) : IMappingStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RemoteOrganisationId, OrganisationState> _organisations = [];

    private int _changes;

    public int Reviews { get; private set; }

    public Task<long> GetRevisionAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult((long)_changes + (mirror?.Changes ?? 0));
        }
    }

    public Task<IReadOnlyList<ContactLink>> FindContactLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<ClientId> clients, CancellationToken cancellationToken) =>
        ReadAsync<ContactLink>(organisation, state => [.. state.ContactLinks.Where(link => clients.Contains(link.ClientId))]);

    public async Task<ContactLinkList> ReadContactLinksAsync(RemoteOrganisationId organisation, ContactLinkQuery query, CancellationToken cancellationToken)
    {
        var found = (await GetContactLinksAsync(organisation, cancellationToken))
            .Where(link => query.IsForAll || query.Clients?.Contains(link.ClientId) == true || query.Contacts?.Contains(link.RemoteContactId) == true
                || (query.Text is { } text && $"{link.ClientId}\n{link.RemoteContactId}".Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(link => link.CreatedAt).ThenBy(link => link.ClientId.Value, StringComparer.Ordinal)
            .ToList();
        return new([.. found.Skip(query.Skip).Take(query.Maximum)], found.Count);
    }

    public Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<InvoiceId> invoices, CancellationToken cancellationToken) =>
        ReadAsync<DocumentLink>(organisation, state => [.. state.DocumentLinks.Where(link => invoices.Contains(link.InvoiceId))]);

    public Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<RemoteDocumentId> documents, CancellationToken cancellationToken) =>
        ReadAsync<DocumentLink>(organisation, state => [.. state.DocumentLinks.Where(link => documents.Contains(link.RemoteDocumentId))]);

    public Task<IReadOnlyList<ContactLink>> GetContactLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        ReadAsync<ContactLink>(organisation, state => [.. state.ContactLinks]);

    public Task<IReadOnlyList<DocumentLink>> GetDocumentLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        ReadAsync<DocumentLink>(organisation, state => [.. state.DocumentLinks]);

    public Task<IReadOnlyList<ContactDecision>> GetDecisionsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        ReadAsync<ContactDecision>(organisation, state => [.. state.Decisions]);

    public Task<IReadOnlyList<CodeMapping>> GetMappingsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        ReadAsync<CodeMapping>(organisation, state => [.. state.Mappings]);

    /// <summary>What was decided, oldest first.</summary>
    public List<AuditEntry> Audit { get; } = [];

    public Task SaveReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        CancellationToken cancellationToken) => SaveReviewAsync(organisation, links, decisions, [], cancellationToken);

    public Task SaveReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var state = Of(organisation).Copy();
            foreach (var link in links)
            {
                state.Add(link, replace: false);
            }

            foreach (var decision in decisions)
            {
                state.Decide(decision);
            }

            _organisations[organisation] = state;
            Audit.AddRange(audit);
            Reviews++;
            _changes++;
        }

        return Task.CompletedTask;
    }

    public Task TakeBackReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var state = Of(organisation).Copy();
            if (!links.All(link => state.ContactLinks.RemoveAll(other => other.ClientId == link.ClientId
                    && other.RemoteContactId == link.RemoteContactId && other.RecordHash == link.RecordHash) == 1)
                || !decisions.All(decision => state.Decisions.RemoveAll(other => other.ClientId == decision.ClientId
                    && other.RemoteContactId == decision.RemoteContactId && other.Decision == decision.Decision) == 1))
            {
                throw new StoreConflictException("Changed meanwhile.");
            }

            _organisations[organisation] = state;
            Audit.AddRange(audit);
            _changes++;
        }

        return Task.CompletedTask;
    }

    public Task<bool> RemoveContactLinkAsync(RemoteOrganisationId organisation, ClientId client, CancellationToken cancellationToken) =>
        RemoveContactLinkAsync(organisation, client, [], cancellationToken);

    public Task<bool> RemoveContactLinkAsync(
        RemoteOrganisationId organisation, ClientId client, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _changes++;
            var removed = Of(organisation).ContactLinks.RemoveAll(link => link.ClientId == client) > 0;
            Audit.AddRange(removed ? audit : []);
            return Task.FromResult(removed);
        }
    }

    public Task SaveMappingsAsync(
        RemoteOrganisationId organisation,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        CancellationToken cancellationToken) => SaveMappingsAsync(organisation, kind, mappings, [], cancellationToken);

    public Task SaveMappingsAsync(
        RemoteOrganisationId organisation,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _changes++;
            var state = Of(organisation);
            state.Mappings.RemoveAll(mapping => mapping.Kind == kind);
            state.Mappings.AddRange(mappings);
            Audit.AddRange(audit);
        }

        return Task.CompletedTask;
    }

    /// <summary>Applies the links of a batch, all or nothing; runs <paramref name="commit"/> inside the same lock.</summary>
    internal void Record(RemoteOrganisationId organisation, OutcomeBatch batch, Action commit)
    {
        lock (_gate)
        {
            var state = Of(organisation).Copy();
            state.ContactLinks.RemoveAll(link => batch.RemovedContactLinks.Contains(link.ClientId));
            state.DocumentLinks.RemoveAll(link => batch.RemovedDocumentLinks.Contains(link.InvoiceId));
            foreach (var link in batch.ContactLinks)
            {
                state.Add(link, replace: true);
            }

            foreach (var link in batch.DocumentLinks)
            {
                state.Add(link);
            }

            foreach (var decision in batch.Decisions)
            {
                state.Decide(decision);
            }

            commit();
            _changes += ChangesAnything(batch) ? 1 : 0;
            Audit.AddRange(batch.Audit);
            _organisations[organisation] = state;
        }
    }

    private static bool ChangesAnything(OutcomeBatch batch) =>
        batch.ContactLinks.Count + batch.DocumentLinks.Count + batch.RemovedContactLinks.Count + batch.RemovedDocumentLinks.Count
            + batch.Released.Count + batch.Decisions.Count + batch.Skips.Count + batch.Unskipped.Count > 0;

    private Task<IReadOnlyList<T>> ReadAsync<T>(RemoteOrganisationId organisation, Func<OrganisationState, IReadOnlyList<T>> read)
    {
        lock (_gate)
        {
            return Task.FromResult(read(Of(organisation)));
        }
    }

    private OrganisationState Of(RemoteOrganisationId organisation)
    {
        if (!_organisations.TryGetValue(organisation, out var state))
        {
            _organisations[organisation] = state = new();
        }

        return state;
    }

    private sealed class OrganisationState
    {
        public List<ContactLink> ContactLinks { get; private init; } = [];

        public List<DocumentLink> DocumentLinks { get; private init; } = [];

        public List<ContactDecision> Decisions { get; private init; } = [];

        public List<CodeMapping> Mappings { get; private init; } = [];

        public OrganisationState Copy() => new()
        {
            ContactLinks = [.. ContactLinks],
            DocumentLinks = [.. DocumentLinks],
            Decisions = [.. Decisions],
            Mappings = [.. Mappings],
        };

        public void Add(ContactLink link, bool replace)
        {
            var standing = ContactLinks.FirstOrDefault(other => other.ClientId == link.ClientId);
            if (standing is not null && standing.RemoteContactId != link.RemoteContactId)
            {
                throw new LinkConflictException($"Client {link.ClientId} is linked to contact {standing.RemoteContactId}.");
            }

            if (ContactLinks.Any(other => other.RemoteContactId == link.RemoteContactId && other.ClientId != link.ClientId
                && !(other.IsShared && link.IsShared)))
            {
                throw new LinkConflictException($"Contact {link.RemoteContactId} is linked to another client.");
            }

            if (standing is null)
            {
                ContactLinks.Add(link);
            }
            else if (replace)
            {
                ContactLinks[ContactLinks.IndexOf(standing)] = link;
            }

            Decisions.RemoveAll(decision => decision.ClientId == link.ClientId || decision.RemoteContactId == link.RemoteContactId);
        }

        public void Add(DocumentLink link)
        {
            var standing = DocumentLinks.FirstOrDefault(other => other.InvoiceId == link.InvoiceId);
            if (standing is not null && standing.RemoteDocumentId != link.RemoteDocumentId)
            {
                throw new LinkConflictException($"Invoice {link.InvoiceId} is linked to document {standing.RemoteDocumentId}.");
            }

            if (DocumentLinks.Any(other => other.RemoteDocumentId == link.RemoteDocumentId && other.InvoiceId != link.InvoiceId))
            {
                throw new LinkConflictException($"Document {link.RemoteDocumentId} is linked to another invoice.");
            }

            if (standing is null)
            {
                DocumentLinks.Add(link);
            }
            else
            {
                DocumentLinks[DocumentLinks.IndexOf(standing)] = link;
            }
        }

        public void Decide(ContactDecision decision)
        {
            Decisions.RemoveAll(other =>
                (decision.ClientId is not null && other.ClientId == decision.ClientId)
                || (decision.RemoteContactId is not null && other.RemoteContactId == decision.RemoteContactId));
            Decisions.Add(decision);
        }
    }
}
