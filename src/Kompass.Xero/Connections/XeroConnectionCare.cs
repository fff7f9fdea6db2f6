using Kompass.Accounting;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Renews tokens that nobody used for long, and removes secrets that nobody needs any more.</summary>
internal sealed class XeroConnectionCare(
    XeroTokens tokens,
    ICredentialStore credentials,
    ConnectionKeeper keeper,
    IOptions<XeroOptions> options,
    TimeProvider time) : IConnectionCare
{
    /// <summary>How long a token set may belong to no configuration, since a consent stores it before it connects.</summary>
    private static readonly TimeSpan Unclaimed = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<CredentialId, DateTimeOffset> _unreadable = [];

    public Task KeepAliveAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return RemoteFaults.TranslateAsync(() => tokens.KeepAliveAsync(connection.CredentialId, options.Value.KeepAliveAfter, cancellationToken));
    }

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        await keeper.DropPendingAsync(time.GetUtcNow() - ConnectionKeeper.PendingLifetime, cancellationToken);
        foreach (var id in await credentials.ListAsync(ConsentAttempt.Prefix, cancellationToken))
        {
            if (await IsAbandonedAsync(id, cancellationToken))
            {
                await credentials.RemoveAsync(id, cancellationToken);
            }
        }

        foreach (var id in await credentials.ListAsync(ConnectionKeeper.Prefix, cancellationToken))
        {
            await RemoveUnclaimedAsync(id, cancellationToken);
        }
    }

    /// <summary>
    /// An attempt says itself when it lapses. One that cannot be read here may still be good on another node, so it goes only
    /// after it was seen for longer than any attempt lives.
    /// </summary>
    private async Task<bool> IsAbandonedAsync(CredentialId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await credentials.GetAsync(id, cancellationToken) is { } stored && ConsentAttempt.Read(stored.Payload.Span) is { } attempt)
        {
            return attempt.ExpiresAt <= now;
        }

        lock (_lock)
        {
            return !_unreadable.TryAdd(id, now) && now - _unreadable[id] > ConsentAttempt.Lifetime && _unreadable.Remove(id);
        }
    }

    private async Task RemoveUnclaimedAsync(CredentialId id, CancellationToken cancellationToken)
    {
        if (await credentials.GetAsync(id, cancellationToken) is not { } stored
            || !TokenSetPayload.TryRead(stored.Payload.Span, out var set)
            || set.ExpiresAt + Unclaimed > time.GetUtcNow()
            || await keeper.IsClaimedAsync(id, cancellationToken))
        {
            return;
        }

        // A consent of the same user may have come in between: what it stored is put back.
        if (await credentials.TakeAsync(id, cancellationToken) is { } taken && taken.Version != stored.Version)
        {
            await credentials.SaveAsync(id, taken.Payload, expectedVersion: 0, CancellationToken.None);
        }
    }
}
