using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>Lets everybody refresh at once, and each saves over the other.</summary>
internal sealed class UnlockedCredentials(ICredentialStore store) : CredentialStoreDecorator(store)
{
    public override Task<bool> TryLeaseAsync(CredentialId id, string owner, TimeSpan duration, CancellationToken cancellationToken) => Task.FromResult(true);
}

/// <summary>Uses new tokens without keeping them.</summary>
internal sealed class UnsavedCredentials(ICredentialStore store) : CredentialStoreDecorator(store)
{
    public override Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken) =>
        expectedVersion == 0 ? base.SaveAsync(id, payload, expectedVersion, cancellationToken) : Task.FromResult(expectedVersion + 1);
}
