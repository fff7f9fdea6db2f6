using Kompass.Accounting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>
/// Hands out token sets and renews them: one renewal at a time in this process and, by the store's lease, across all nodes.
/// A renewed set is stored before anybody uses it. Thread-safe.
/// </summary>
internal sealed class XeroTokens(
    ICredentialStore store,
    XeroIdentity identity,
    TimeProvider time,
    IEntropy entropy,
    IOptions<XeroOptions> options,
    TokenAges ages,
    ILogger<XeroTokens> log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>How long taking the lease and reading the tokens may take, so that the lease still stands while Xero is asked.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<CredentialId, Task<TokenSet>> _renewals = [];
    private readonly Dictionary<CredentialId, (TokenSet Tokens, long Version)> _unsaved = [];

    /// <summary>A fresh token set; with <paramref name="refused"/>, one whose access token is another than that.</summary>
    /// <exception cref="XeroIdentityException">Classified by its fault.</exception>
    public async Task<TokenSet> GetAsync(CredentialId id, string? refused, CancellationToken cancellationToken)
    {
        var (tokens, _) = await ReadAsync(id, cancellationToken);
        if (IsUsable(tokens, refused))
        {
            return tokens;
        }

        // A renewal that was under way may have been asked for by somebody who had not heard of the refusal.
        var renewed = await Renewal(id, refused).WaitAsync(cancellationToken);
        return renewed.AccessToken != refused ? renewed : await Renewal(id, refused).WaitAsync(cancellationToken);
    }

    /// <summary>Renews a token set whose access token expired longer ago than this, so that Xero does not forget the consent.</summary>
    /// <returns>Whether it was renewed.</returns>
    /// <exception cref="XeroIdentityException">Classified by its fault.</exception>
    public async Task<bool> KeepAliveAsync(CredentialId id, TimeSpan idle, CancellationToken cancellationToken)
    {
        var (tokens, _) = await ReadAsync(id, cancellationToken);
        if (time.GetUtcNow() - tokens.ExpiresAt < idle)
        {
            return false;
        }

        await Renewal(id, refused: null).WaitAsync(cancellationToken);
        return true;
    }

    // Nobody's cancellation may tear a renewal between Xero's rotation and our commit, so it runs for itself; its calls time out.
    private Task<TokenSet> Renewal(CredentialId id, string? refused)
    {
        lock (_lock)
        {
            if (_renewals.TryGetValue(id, out var running))
            {
                return running;
            }

            var renewal = RenewAsync(id, refused);
            if (!renewal.IsCompleted)
            {
                _renewals[id] = renewal;
            }

            return renewal;
        }
    }

    private async Task<TokenSet> RenewAsync(CredentialId id, string? refused)
    {
        var owner = entropy.NewGuid().ToString("N");
        var lease = (2 * options.Value.CallTimeout) + Slack;
        var deadline = time.GetUtcNow() + lease + TimeSpan.FromSeconds(5);
        try
        {
            var asked = time.GetUtcNow();
            while (!await store.TryLeaseAsync(id, owner, lease, CancellationToken.None))
            {
                if (time.GetUtcNow() > deadline)
                {
                    throw new XeroIdentityException(
                        XeroIdentityFault.Transient, "KX1110 Another process holds the renewal of the Xero tokens. It is tried again later.");
                }

                await Task.Delay(Poll, time, CancellationToken.None);
                var (meanwhile, _) = await ReadAsync(id, CancellationToken.None);
                if (IsUsable(meanwhile, refused))
                {
                    return meanwhile;
                }

                asked = time.GetUtcNow();
            }

            try
            {
                return await RenewUnderLeaseAsync(id, refused, asked + Slack);
            }
            finally
            {
                await store.ReleaseAsync(id, owner, CancellationToken.None);
            }
        }
        finally
        {
            lock (_lock)
            {
                _renewals.Remove(id);
            }
        }
    }

    private async Task<TokenSet> RenewUnderLeaseAsync(CredentialId id, string? refused, DateTimeOffset latest)
    {
        // Read after the lease was taken: whoever held it before may have renewed already.
        var (tokens, version) = await ReadAsync(id, CancellationToken.None);
        if (Unsaved(id, version) is { } kept)
        {
            await SaveAsync(id, kept, version);
            Forget(id);
            (tokens, version) = await ReadAsync(id, CancellationToken.None);
        }

        if (IsUsable(tokens, refused))
        {
            return tokens;
        }

        if (time.GetUtcNow() > latest)
        {
            throw new XeroIdentityException(
                XeroIdentityFault.Transient,
                "KX1112 This process stood still before it could renew the Xero tokens, and another one may be about to. It is tried again later.");
        }

        TokenSet renewed;
        try
        {
            renewed = await identity.RefreshAsync(tokens, CancellationToken.None);
        }
        catch (XeroIdentityException e) when (e.Fault == XeroIdentityFault.ReconnectRequired)
        {
            IdentityLog.ConsentEnded(log, tokens.UserId);
            await SaveAsync(id, tokens with { HasEnded = true }, version);
            throw;
        }

        // Xero has rotated: should the store fail now, the next renewal stores this set before it asks Xero again.
        Keep(id, renewed, version);
        var isSaved = await SaveAsync(id, renewed, version);
        ages.Saw(id, renewed);
        Forget(id);
        return isSaved ? renewed : (await ReadAsync(id, CancellationToken.None)).Tokens;
    }

    private TokenSet? Unsaved(CredentialId id, long version)
    {
        lock (_lock)
        {
            return _unsaved.TryGetValue(id, out var kept) && kept.Version == version ? kept.Tokens : null;
        }
    }

    private void Keep(CredentialId id, TokenSet tokens, long version)
    {
        lock (_lock)
        {
            _unsaved[id] = (tokens, version);
        }
    }

    private void Forget(CredentialId id)
    {
        lock (_lock)
        {
            _unsaved.Remove(id);
        }
    }

    // A conflict means that a new consent arrived meanwhile: its tokens are the ones that live.
    private async Task<bool> SaveAsync(CredentialId id, TokenSet tokens, long version)
    {
        try
        {
            await store.SaveAsync(id, TokenSetPayload.Write(tokens), version, CancellationToken.None);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    private async Task<(TokenSet Tokens, long Version)> ReadAsync(CredentialId id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(id, cancellationToken) is not { } stored)
        {
            ages.Forget(id);
            throw new XeroIdentityException(
                XeroIdentityFault.ReconnectRequired, "KX1111 The Xero credential is missing or can no longer be decrypted. Connect Xero again.");
        }

        var tokens = TokenSetPayload.Read(stored.Payload.Span);
        if (tokens.HasEnded)
        {
            ages.Forget(id);
            throw new XeroIdentityException(XeroIdentityFault.ReconnectRequired, "KX1104 Xero no longer accepts this consent. Connect Xero again.");
        }

        ages.Saw(id, tokens);
        return (tokens, stored.Version);
    }

    private bool IsUsable(TokenSet tokens, string? refused) =>
        tokens.IsFresh(time.GetUtcNow(), options.Value.RefreshSkew) && tokens.AccessToken != refused;
}
