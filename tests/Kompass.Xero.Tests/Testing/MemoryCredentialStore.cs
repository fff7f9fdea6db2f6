using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class MemoryCredentialStore(TimeProvider time) : ICredentialStore
{
    private readonly Dictionary<CredentialId, (byte[] Payload, long Version)> _entries = [];
    private readonly Dictionary<CredentialId, (string Owner, DateTimeOffset Until)> _leases = [];

    public int Saves { get; private set; }

    public Func<CredentialId, Task>? BeforeSave { get; set; }

    /// <summary>What happens once a lease is taken, such as time that passes.</summary>
    public Action AfterLease { get; set; } = () => { };

    public IReadOnlyDictionary<CredentialId, (byte[] Payload, long Version)> Entries => _entries;

    public Task<StoredCredential?> GetAsync(CredentialId id, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.TryGetValue(id, out var entry) ? new StoredCredential(id, entry.Payload, entry.Version) : null);

    public async Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken)
    {
        if (BeforeSave is { } before)
        {
            BeforeSave = null;
            await before(id);
        }

        var version = _entries.TryGetValue(id, out var entry) ? entry.Version : 0;
        if (version != expectedVersion)
        {
            throw new StoreConflictException($"{id} has version {version}.");
        }

        Saves++;
        _entries[id] = (payload.ToArray(), version + 1);
        return version + 1;
    }

    public async Task<StoredCredential?> TakeAsync(CredentialId id, CancellationToken cancellationToken)
    {
        var found = await GetAsync(id, cancellationToken);
        _entries.Remove(id);
        return found;
    }

    public Task<IReadOnlyList<CredentialId>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CredentialId>>([.. _entries.Keys.Where(id => id.Value.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task RemoveAsync(CredentialId id, CancellationToken cancellationToken)
    {
        _entries.Remove(id);
        return Task.CompletedTask;
    }

    public Task<bool> TryLeaseAsync(CredentialId id, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (_leases.TryGetValue(id, out var lease) && lease.Owner != owner && lease.Until > time.GetUtcNow())
        {
            return Task.FromResult(false);
        }

        _leases[id] = (owner, time.GetUtcNow() + duration);
        AfterLease();
        return Task.FromResult(true);
    }

    public Task ReleaseAsync(CredentialId id, string owner, CancellationToken cancellationToken)
    {
        if (_leases.TryGetValue(id, out var lease) && lease.Owner == owner)
        {
            _leases.Remove(id);
        }

        return Task.CompletedTask;
    }
}
