using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class MappingStore(StoreAccess store) : IMappingStore
{
    public Task<IReadOnlyList<ContactLink>> GetContactLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<ContactLink>>(
            async context =>
            {
                var links = new List<ContactLink>();
                await foreach (var row in context.Set<ContactLinkRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value)
                    .OrderBy(row => row.ClientId)
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellationToken))
                {
                    // One text for all of them: there may be a hundred thousand.
                    row.RemoteOrganisationId = organisation.Value;
                    links.Add(row.ToRecord());
                }

                return links;
            },
            cancellationToken);

    public Task<IReadOnlyList<DocumentLink>> GetDocumentLinksAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<DocumentLink>>(
            async context =>
            {
                var links = new List<DocumentLink>();
                await foreach (var row in context.Set<DocumentLinkRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value)
                    .OrderBy(row => row.InvoiceId)
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellationToken))
                {
                    // One text for all of them: there may be a hundred thousand.
                    row.RemoteOrganisationId = organisation.Value;
                    row.Currency = string.Intern(row.Currency);
                    links.Add(row.ToRecord());
                }

                return links;
            },
            cancellationToken);

    public Task<long> GetRevisionAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync(
            context => context.Set<RevisionRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value)
                .Select(row => row.Revision)
                .FirstOrDefaultAsync(cancellationToken),
            cancellationToken);

    public Task<IReadOnlyList<ContactLink>> FindContactLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<ClientId> clients, CancellationToken cancellationToken)
    {
        var ids = clients.Select(client => client.Value).ToHashSet();
        return store.ReadAsync<IReadOnlyList<ContactLink>>(
            async context =>
            {
                var rows = await context.Set<ContactLinkRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.ClientId))
                    .OrderBy(row => row.ClientId)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);
    }

    public Task<ContactLinkList> ReadContactLinksAsync(RemoteOrganisationId organisation, ContactLinkQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Maximum, 1);
        var wanted = Wanted(organisation, query);
        return store.ReadAsync(
            async context =>
            {
                var rows = context.Set<ContactLinkRow>().AsNoTracking().Where(wanted);
                var total = await rows.CountAsync(cancellationToken);
                var page = await rows
                    .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.ClientId)
                    .Skip(query.Skip).Take(query.Maximum)
                    .ToListAsync(cancellationToken);
                return new ContactLinkList(page.ConvertAll(row => row.ToRecord()), total);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<InvoiceId> invoices, CancellationToken cancellationToken)
    {
        var ids = invoices.Select(invoice => invoice.Value).ToHashSet();
        return FindDocumentLinksAsync(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.InvoiceId), cancellationToken);
    }

    public Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        RemoteOrganisationId organisation, IReadOnlyCollection<RemoteDocumentId> documents, CancellationToken cancellationToken)
    {
        var ids = documents.Select(document => document.Value).ToHashSet();
        return FindDocumentLinksAsync(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.RemoteDocumentId), cancellationToken);
    }

    public Task<IReadOnlyList<ContactDecision>> GetDecisionsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<ContactDecision>>(
            async context =>
            {
                var rows = await context.Set<ContactDecisionRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value)
                    .OrderBy(row => row.Sequence)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);

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
        CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(organisation),
            async context =>
            {
                await RevisionTable.GrowAsync(context, organisation, cancellationToken);
                await ContactLinkWriter.ApplyAsync(context, organisation, links, replace: false, cancellationToken);
                await DecisionWriter.ApplyAsync(context, organisation, decisions, cancellationToken);
                AuditWriter.Append(context, audit);
                await LinkConflicts.SaveAsync(store, context, cancellationToken);
            },
            cancellationToken);

    public Task TakeBackReviewAsync(
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        IReadOnlyCollection<AuditEntry> audit,
        CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(organisation),
            async context =>
            {
                await RevisionTable.GrowAsync(context, organisation, cancellationToken);
                await ReviewRemover.ApplyAsync(context, organisation, links, decisions, cancellationToken);
                AuditWriter.Append(context, audit);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public Task<bool> RemoveContactLinkAsync(RemoteOrganisationId organisation, ClientId client, CancellationToken cancellationToken) =>
        RemoveContactLinkAsync(organisation, client, [], cancellationToken);

    public Task<bool> RemoveContactLinkAsync(
        RemoteOrganisationId organisation, ClientId client, IReadOnlyCollection<AuditEntry> audit, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(organisation),
            async context =>
            {
                await RevisionTable.GrowAsync(context, organisation, cancellationToken);
                var removed = await context.Set<ContactLinkRow>()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && row.ClientId == client.Value)
                    .ExecuteDeleteAsync(cancellationToken) > 0;
                if (removed && audit.Count > 0)
                {
                    AuditWriter.Append(context, audit);
                    await context.SaveChangesAsync(cancellationToken);
                }

                return removed;
            },
            cancellationToken);

    public Task<IReadOnlyList<CodeMapping>> GetMappingsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<CodeMapping>>(
            async context => await context.Set<CodeMappingRow>().AsNoTracking()
                .Where(row => row.RemoteOrganisationId == organisation.Value)
                .OrderBy(row => row.Kind)
                .ThenBy(row => row.KompassCode)
                .Select(row => new CodeMapping(row.Kind, row.KompassCode, row.RemoteKey))
                .ToListAsync(cancellationToken),
            cancellationToken);

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
        Require(kind, mappings);
        return store.WriteAsync(
            Scopes.Books(organisation),
            async context =>
            {
                await RevisionTable.GrowAsync(context, organisation, cancellationToken);
                await context.Set<CodeMappingRow>()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && row.Kind == kind)
                    .ExecuteDeleteAsync(cancellationToken);
                context.AddRange(mappings.Select(mapping => new CodeMappingRow
                {
                    RemoteOrganisationId = organisation.Value,
                    Kind = kind,
                    KompassCode = mapping.KompassCode,
                    RemoteKey = mapping.RemoteKey,
                }));
                AuditWriter.Append(context, audit);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private Task<IReadOnlyList<DocumentLink>> FindDocumentLinksAsync(
        Expression<Func<DocumentLinkRow, bool>> wanted, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<DocumentLink>>(
            async context =>
            {
                var rows = await context.Set<DocumentLinkRow>().AsNoTracking().Where(wanted).OrderBy(row => row.InvoiceId).ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);

    private static void Require(MappingKind kind, IReadOnlyCollection<CodeMapping> mappings)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in mappings)
        {
            if (mapping.Kind != kind || !codes.Add(mapping.KompassCode))
            {
                throw new ArgumentException(
                    $"The mapping of {mapping.Kind} '{mapping.KompassCode}' is given twice, or is not one of {kind}.", nameof(mappings));
            }
        }
    }

    private static Expression<Func<ContactLinkRow, bool>> Wanted(RemoteOrganisationId organisation, ContactLinkQuery query)
    {
        if (query.IsForAll)
        {
            return row => row.RemoteOrganisationId == organisation.Value;
        }

        var clients = (query.Clients ?? []).Select(client => client.Value).ToHashSet();
        var contacts = (query.Contacts ?? []).Select(contact => contact.Value).ToHashSet();
        if (query.Text is not { } text)
        {
            return row => row.RemoteOrganisationId == organisation.Value && (clients.Contains(row.ClientId) || contacts.Contains(row.RemoteContactId));
        }

#pragma warning disable CA1304, CA1311, CA1862 // Translated into the database's lower(), which knows no culture.
        var part = text.ToLowerInvariant();
        return row => row.RemoteOrganisationId == organisation.Value
            && (clients.Contains(row.ClientId) || contacts.Contains(row.RemoteContactId)
                || row.ClientId.ToLower().Contains(part) || row.RemoteContactId.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
