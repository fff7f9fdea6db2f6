using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>
/// Notes when the store failed with new tokens in hand: whoever asks Xero for others then does right. That somebody else stored some before
/// is no failure of the store.
/// </summary>
internal sealed class WatchedCredentials(ICredentialStore store, RefreshCounter refreshes) : CredentialStoreDecorator(store)
{
    public override async Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SaveAsync(id, payload, expectedVersion, cancellationToken);
        }
        catch (Exception exception) when (exception is not StoreConflictException)
        {
            refreshes.Forget();
            throw;
        }
    }
}
