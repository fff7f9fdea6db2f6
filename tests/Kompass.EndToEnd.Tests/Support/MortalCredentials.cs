using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A credential store whose process may stop for ever at a point of a renewal: what was awaited never ends, as after a kill.</summary>
internal sealed class MortalCredentials(ICredentialStore store) : ICredentialStore
{
    private static readonly TaskCompletionSource Never = new();

    /// <summary>Where the process stops next; null for nowhere.</summary>
    public RenewalPoint? StopsAt { get; set; }

    public bool HasStopped { get; private set; }

    public Task<StoredCredential?> GetAsync(CredentialId id, CancellationToken cancellationToken) => store.GetAsync(id, cancellationToken);

    public async Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken)
    {
        await PassAsync(RenewalPoint.BeforeTheCommit);
        var version = await store.SaveAsync(id, payload, expectedVersion, cancellationToken);
        await PassAsync(RenewalPoint.AfterTheCommit);
        return version;
    }

    public Task<StoredCredential?> TakeAsync(CredentialId id, CancellationToken cancellationToken) => store.TakeAsync(id, cancellationToken);

    public Task<IReadOnlyList<CredentialId>> ListAsync(string prefix, CancellationToken cancellationToken) => store.ListAsync(prefix, cancellationToken);

    public Task RemoveAsync(CredentialId id, CancellationToken cancellationToken) => store.RemoveAsync(id, cancellationToken);

    public async Task<bool> TryLeaseAsync(CredentialId id, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        var isMine = await store.TryLeaseAsync(id, owner, duration, cancellationToken);
        await PassAsync(RenewalPoint.BeforeTheCall);
        return isMine;
    }

    public async Task ReleaseAsync(CredentialId id, string owner, CancellationToken cancellationToken)
    {
        await PassAsync(point: null);
        await store.ReleaseAsync(id, owner, cancellationToken);
    }

    private Task PassAsync(RenewalPoint? point)
    {
        HasStopped |= point is not null && point == StopsAt;
        return HasStopped ? Never.Task : Task.CompletedTask;
    }
}
