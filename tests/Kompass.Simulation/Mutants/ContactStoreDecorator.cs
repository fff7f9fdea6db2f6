using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>A contact store that hands everything on.</summary>
internal abstract class ContactStoreDecorator(IContactStore store) : IContactStore
{
    public int MaximumBatch => store.MaximumBatch;

    public virtual IAsyncEnumerable<RemoteContact> ReadAsync(
        RemoteConnection connection, DateTimeOffset? changedSince, CancellationToken cancellationToken) =>
        store.ReadAsync(connection, changedSince, cancellationToken);

    public virtual Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteConnection connection, IReadOnlyCollection<RemoteContactId> ids, CancellationToken cancellationToken) =>
        store.FindAsync(connection, ids, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<RemoteContact>>> CreateAsync(
        RemoteConnection connection, IReadOnlyList<ContactContent> contacts, IdempotencyKey key, CancellationToken cancellationToken) =>
        store.CreateAsync(connection, contacts, key, cancellationToken);

    public virtual Task<IReadOnlyList<WriteResult<RemoteContact>>> UpdateAsync(
        RemoteConnection connection, IReadOnlyList<ContactUpdate> updates, IdempotencyKey key, CancellationToken cancellationToken) =>
        store.UpdateAsync(connection, updates, key, cancellationToken);
}
