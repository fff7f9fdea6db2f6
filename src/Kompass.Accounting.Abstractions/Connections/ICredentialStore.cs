namespace Kompass.Accounting;

/// <summary>
/// Keeps opaque credentials, encrypted at rest. Knows nothing of what they hold. A payload that can no longer be decrypted
/// is answered as absent. Thread-safe.
/// </summary>
public interface ICredentialStore
{
    /// <summary>Reads a credential; null when there is none.</summary>
    Task<StoredCredential?> GetAsync(CredentialId id, CancellationToken cancellationToken);

    /// <summary>Stores a credential.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="payload">The payload in clear; encrypted by the store.</param>
    /// <param name="expectedVersion">0 to add; the version last read to replace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="StoreConflictException">Somebody else stored another version meanwhile.</exception>
    Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken);

    /// <summary>Reads and removes a credential in one step: of several callers one gets it. Null when there is none.</summary>
    Task<StoredCredential?> TakeAsync(CredentialId id, CancellationToken cancellationToken);

    /// <summary>The ids that begin with a prefix, in no particular order, of credentials that can no longer be decrypted too.</summary>
    Task<IReadOnlyList<CredentialId>> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Removes a credential; does nothing where there is none.</summary>
    Task RemoveAsync(CredentialId id, CancellationToken cancellationToken);

    /// <summary>Takes the sole right to refresh a credential, until it is released or lapses; false when somebody else has it.</summary>
    /// <param name="id">The credential.</param>
    /// <param name="owner">Who asks; the same owner may ask again.</param>
    /// <param name="duration">After which it lapses.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<bool> TryLeaseAsync(CredentialId id, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives the right to refresh back; does nothing where the owner does not have it.</summary>
    Task ReleaseAsync(CredentialId id, string owner, CancellationToken cancellationToken);
}
