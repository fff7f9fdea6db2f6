using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>Sends other contents than the engine asked for.</summary>
internal sealed class AlteringDocuments(IDocumentStore store, Func<DocumentContent, DocumentContent> alter) : DocumentStoreDecorator(store)
{
    public override Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentContent> documents, IdempotencyKey key, CancellationToken cancellationToken) =>
        base.CreateAsync(connection, kind, [.. documents.Select(alter)], key, cancellationToken);
}

/// <summary>Sends a batch again, as a new one, when it got no good answer.</summary>
internal sealed class BlindlyRetryingDocuments(IDocumentStore store, IEntropy entropy) : DocumentStoreDecorator(store)
{
    public override async Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentContent> documents, IdempotencyKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await base.CreateAsync(connection, kind, documents, key, cancellationToken);
        }
        catch (RemoteLedgerException)
        {
            return await base.CreateAsync(connection, kind, documents, entropy.NewIdempotencyKey(), cancellationToken);
        }
    }
}

/// <summary>Looks before it creates, and sees nothing.</summary>
internal sealed class BlindDocuments(IDocumentStore store) : DocumentStoreDecorator(store)
{
    public override Task<IReadOnlyList<RemoteDocument>> FindByNaturalKeyAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyCollection<string> naturalKeys, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RemoteDocument>>([]);
}

/// <summary>Puts each answer to the record beside it.</summary>
internal sealed class CrossedAnswers(IDocumentStore store) : DocumentStoreDecorator(store)
{
    public override async Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentContent> documents, IdempotencyKey key, CancellationToken cancellationToken) =>
        [.. (await base.CreateAsync(connection, kind, documents, key, cancellationToken)).Reverse()];
}

/// <summary>Sends the last record of a batch twice and tells of it once.</summary>
internal sealed class StutteringDocuments(IDocumentStore store) : DocumentStoreDecorator(store)
{
    public override async Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentContent> documents, IdempotencyKey key, CancellationToken cancellationToken) =>
        [.. (await base.CreateAsync(connection, kind, [.. documents, documents[^1]], key, cancellationToken)).SkipLast(1)];
}

/// <summary>Says of a change that it was made, and makes none.</summary>
internal sealed class IdleDocuments(IDocumentStore store, bool updates, bool voids, bool allocations) : DocumentStoreDecorator(store)
{
    public override async Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentUpdate> updated, IdempotencyKey key, CancellationToken cancellationToken) =>
        updates
            ? await Standing(connection, kind, [.. updated.Select(update => update.Id)], cancellationToken)
            : await base.UpdateAsync(connection, kind, updated, key, cancellationToken);

    public override async Task<IReadOnlyList<WriteResult<RemoteDocument>>> VoidAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<RemoteDocument> documents, IdempotencyKey key, CancellationToken cancellationToken) =>
        voids
            ? [.. documents.Select(document => new WriteResult<RemoteDocument>(document with { Status = DocumentStatus.Voided }, null, []))]
            : await base.VoidAsync(connection, kind, documents, key, cancellationToken);

    public override Task<Refusal?> AllocateAsync(
        RemoteConnection connection, CreditAllocation allocation, IdempotencyKey key, CancellationToken cancellationToken) =>
        allocations ? Task.FromResult<Refusal?>(null) : base.AllocateAsync(connection, allocation, key, cancellationToken);

    private async Task<IReadOnlyList<WriteResult<RemoteDocument>>> Standing(
        RemoteConnection connection, DocumentKind kind, IReadOnlyCollection<RemoteDocumentId> ids, CancellationToken cancellationToken) =>
        [.. (await FindAsync(connection, kind, ids, cancellationToken)).Select(document => new WriteResult<RemoteDocument>(document, null, []))];
}

/// <summary>Takes a time-out for a refusal.</summary>
internal sealed class HastyDocuments(IDocumentStore store) : DocumentStoreDecorator(store)
{
    public override async Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentContent> documents, IdempotencyKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await base.CreateAsync(connection, kind, documents, key, cancellationToken);
        }
        catch (RemoteLedgerException exception) when (exception.IsOutcomeUnknown)
        {
            throw new RemoteLedgerException(RemoteFault.Refused, exception.Message, exception);
        }
    }
}

/// <summary>Allocates in pieces of half the amount.</summary>
internal sealed class HalvingDocuments(IDocumentStore store) : DocumentStoreDecorator(store)
{
    public override Task<Refusal?> AllocateAsync(
        RemoteConnection connection, CreditAllocation allocation, IdempotencyKey key, CancellationToken cancellationToken) =>
        base.AllocateAsync(connection, allocation with { Amount = Math.Round(allocation.Amount / 2, 2) }, key, cancellationToken);
}

/// <summary>Sends other contacts than the engine asked for.</summary>
internal sealed class AlteringContacts(IContactStore store, Func<ContactContent, ContactContent> alter) : ContactStoreDecorator(store)
{
    public override Task<IReadOnlyList<WriteResult<RemoteContact>>> CreateAsync(
        RemoteConnection connection, IReadOnlyList<ContactContent> contacts, IdempotencyKey key, CancellationToken cancellationToken) =>
        base.CreateAsync(connection, [.. contacts.Select(alter)], key, cancellationToken);
}

/// <summary>Says of a change that it was made, and makes none.</summary>
internal sealed class IdleContacts(IContactStore store) : ContactStoreDecorator(store)
{
    public override Task<IReadOnlyList<WriteResult<RemoteContact>>> UpdateAsync(
        RemoteConnection connection, IReadOnlyList<ContactUpdate> updates, IdempotencyKey key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WriteResult<RemoteContact>>>(
            [.. updates.Select(update => new WriteResult<RemoteContact>(update.Current with { Name = update.Content.Name ?? update.Current.Name }, null, []))]);
}

/// <summary>Sends each change to the first contact that Xero lists.</summary>
internal sealed class MisdirectedContacts(IContactStore store) : ContactStoreDecorator(store)
{
    public override async Task<IReadOnlyList<WriteResult<RemoteContact>>> UpdateAsync(
        RemoteConnection connection, IReadOnlyList<ContactUpdate> updates, IdempotencyKey key, CancellationToken cancellationToken)
    {
        var first = await ReadAsync(connection, null, cancellationToken).FirstAsync(cancellationToken);
        return await base.UpdateAsync(connection, [.. updates.Select(update => update with { Current = first })], key, cancellationToken);
    }
}
