using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>A document store that hands everything on.</summary>
internal abstract class DocumentStoreDecorator(IDocumentStore store) : IDocumentStore
{
    public int MaximumBatch => store.MaximumBatch;

    public virtual IAsyncEnumerable<RemoteDocument> ReadAsync(
        RemoteConnection connection, DocumentKind kind, DateTimeOffset? changedSince, CancellationToken cancellationToken) =>
        store.ReadAsync(connection, kind, changedSince, cancellationToken);

    public virtual Task<IReadOnlyList<RemoteDocument>> FindAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyCollection<RemoteDocumentId> ids, CancellationToken cancellationToken) =>
        store.FindAsync(connection, kind, ids, cancellationToken);

    public virtual Task<IReadOnlyList<RemoteDocument>> FindByNaturalKeyAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyCollection<string> naturalKeys, DateTimeOffset since, CancellationToken cancellationToken) =>
        store.FindByNaturalKeyAsync(connection, kind, naturalKeys, since, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentContent> documents, IdempotencyKey key, CancellationToken cancellationToken) =>
        store.CreateAsync(connection, kind, documents, key, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<DocumentUpdate> updates, IdempotencyKey key, CancellationToken cancellationToken) =>
        store.UpdateAsync(connection, kind, updates, key, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<RemoteDocument>>> VoidAsync(
        RemoteConnection connection, DocumentKind kind, IReadOnlyList<RemoteDocument> documents, IdempotencyKey key, CancellationToken cancellationToken) =>
        store.VoidAsync(connection, kind, documents, key, cancellationToken);

    public virtual Task<Refusal?> AllocateAsync(
        RemoteConnection connection, CreditAllocation allocation, IdempotencyKey key, CancellationToken cancellationToken) =>
        store.AllocateAsync(connection, allocation, key, cancellationToken);
}
