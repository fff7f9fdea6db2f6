using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>Notes when tokens could not be stored: whoever asks Xero for others then does right.</summary>
internal sealed class WatchedCredentials(ICredentialStore store, RefreshCounter refreshes) : CredentialStoreDecorator(store)
{
    public override async Task<long> SaveAsync(CredentialId id, ReadOnlyMemory<byte> payload, long expectedVersion, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SaveAsync(id, payload, expectedVersion, cancellationToken);
        }
        catch (Exception)
        {
            refreshes.Forget();
            throw;
        }
    }
}
