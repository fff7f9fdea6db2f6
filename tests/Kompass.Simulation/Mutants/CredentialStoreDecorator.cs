using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>A credential store that hands everything on.</summary>
internal abstract class CredentialStoreDecorator(ICredentialStore store) : ICredentialStore
{
    public virtual Task<StoredCredential?> GetAsync(CredentialId id, CancellationToken cancellationToken) => store.GetAsync(id, cancellationToken);

    public virtual Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken) =>
        store.SaveAsync(id, payload, expectedVersion, cancellationToken);

    public virtual Task<StoredCredential?> TakeAsync(CredentialId id, CancellationToken cancellationToken) => store.TakeAsync(id, cancellationToken);

    public virtual Task<IReadOnlyList<CredentialId>> ListAsync(string prefix, CancellationToken cancellationToken) => store.ListAsync(prefix, cancellationToken);

    public virtual Task RemoveAsync(CredentialId id, CancellationToken cancellationToken) => store.RemoveAsync(id, cancellationToken);

    public virtual Task<bool> TryLeaseAsync(CredentialId id, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        store.TryLeaseAsync(id, owner, duration, cancellationToken);

    public virtual Task ReleaseAsync(CredentialId id, string owner, CancellationToken cancellationToken) => store.ReleaseAsync(id, owner, cancellationToken);
}
