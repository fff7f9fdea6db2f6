using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Makes tokens, rotates them, and knows which are alive.</summary>
internal sealed class TokenIssuer(EmulatorContext context)
{
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan IdLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Idle = TimeSpan.FromDays(60);
    private readonly Dictionary<string, (TokenSet Set, DateTimeOffset Expires)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TokenSet.RefreshToken> _refresh = new(StringComparer.Ordinal);
    private readonly List<TokenSet> _sets = [];

    public void Add(TokenSet set)
    {
        if (context.Options.Switches.SecondConsentEndsEarlierTokens && set.User is { } user)
        {
            foreach (var earlier in _sets.Where(known => known.User?.Id == user.Id && known.App.ClientId == set.App.ClientId))
            {
                earlier.IsSuperseded = true;
            }
        }

        _sets.Add(set);
    }

    /// <summary>Fresh tokens of a set; the refresh token that was current until now gets its period of grace.</summary>
    public IssuedTokens Issue(TokenSet set, DateTimeOffset now)
    {
        var access = JwtSigner.Sign(AccessClaims(set, now));
        _access[access] = (set, now + AccessLifetime);
        string? refresh = null;
        if (set.User is not null && set.Scopes.Contains("offline_access"))
        {
            set.Current?.ReplacedAt = now;
            set.Current = new TokenSet.RefreshToken(context.Ids.NextSecret(), set, now);
            refresh = set.Current.Value;
            _refresh[refresh] = set.Current;
        }

        var id = set.User is not null && set.Scopes.Contains("openid") ? JwtSigner.Sign(IdClaims(set, access, now)) : null;
        return new IssuedTokens(access, refresh, id, now + AccessLifetime, [.. set.Scopes.Order(StringComparer.Ordinal)]);
    }

    public IssuedTokens? Refresh(RegisteredApp app, string token, DateTimeOffset now)
    {
        if (Alive(token, now) is not { } known || known.Set.App.ClientId != app.ClientId)
        {
            return null;
        }

        known.ReplacedAt ??= now;
        return Issue(known.Set, now);
    }

    public TokenSet? FindRefresh(string token) => _refresh.GetValueOrDefault(token)?.Set;

    public (TokenSet Set, DateTimeOffset Expires)? FindAccess(string token) => _access.TryGetValue(token, out var known) ? known : null;

    public void KillAll(Guid userId)
    {
        foreach (var set in _sets.Where(set => set.User?.Id == userId))
        {
            set.IsDead = true;
            set.Scopes.Clear();
        }
    }

    public void RemoveScope(string scope)
    {
        foreach (var set in _sets)
        {
            set.Scopes.Remove(scope);
        }
    }

    private TokenSet.RefreshToken? Alive(string token, DateTimeOffset now) =>
        _refresh.TryGetValue(token, out var known)
        && known.Set is { IsDead: false, IsSuperseded: false }
        && now - known.Issued < Idle
        && (known.ReplacedAt is not { } replaced || now - replaced <= Grace)
            ? known
            : null;

    private JsonObject AccessClaims(TokenSet set, DateTimeOffset now)
    {
        var claims = Claims(set, now, now + AccessLifetime, "https://identity.xero.com/resources");
        claims["client_id"] = set.App.ClientId;
        claims["jti"] = context.Ids.Next().ToString("N");
        claims["authentication_event_id"] = set.AuthEventId.ToString();
        claims["scope"] = new JsonArray([.. set.Scopes.Order(StringComparer.Ordinal).Select(scope => JsonValue.Create(scope))]);
        return claims;
    }

    private static JsonObject IdClaims(TokenSet set, string accessToken, DateTimeOffset now)
    {
        var claims = Claims(set, now, now + IdLifetime, set.App.ClientId);
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["at_hash"] = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16));
        claims["sid"] = set.AuthEventId.ToString("N");
        if (set.Scopes.Contains("email"))
        {
            claims["email"] = set.User!.Email;
        }

        if (set.Scopes.Contains("profile"))
        {
            claims["preferred_username"] = set.User!.Email;
            claims["given_name"] = set.User.GivenName;
            claims["family_name"] = set.User.FamilyName;
        }

        return claims;
    }

    private static JsonObject Claims(TokenSet set, DateTimeOffset now, DateTimeOffset expires, string audience)
    {
        var claims = new JsonObject
        {
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["iss"] = "https://identity.xero.com",
            ["aud"] = audience,
        };
        if (set.User is { } user)
        {
            claims["sub"] = user.Id.ToString("N");
            claims["auth_time"] = set.AuthTime.ToUnixTimeSeconds();
            claims["xero_userid"] = user.Id.ToString();
            claims["global_session_id"] = set.AuthEventId.ToString("N");
        }

        return claims;
    }
}
