using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>People, consents, connections and tokens.</summary>
internal sealed class IdentityService
{
    private readonly EmulatorContext _context;
    private readonly AuthorizeEndpoint _authorize;
    private readonly TokenEndpoint _token;
    private readonly ConnectionsEndpoint _connections;
    private readonly Dictionary<string, AuthorisationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, HashSet<string>> _granted = [];
    private readonly List<EmulatedConnection> _connected = [];

    public IdentityService(EmulatorContext context, RateLimiter limiter)
    {
        _context = context;
        Tokens = new TokenIssuer(context);
        Users = [new EmulatedUser(IdSource.Derive("user", context.Options.IdSeed, "1"), "admin@kompass.example", "Alex", "Archer")];
        _authorize = new AuthorizeEndpoint(context, this);
        _token = new TokenEndpoint(context, this);
        _connections = new ConnectionsEndpoint(context, this, limiter);
    }

    public TokenIssuer Tokens { get; }

    public List<EmulatedUser> Users { get; }

    public IReadOnlyList<EmulatedConnection> Connections => _connected;

    public EmulatedResponse? Handle(EmulatedRequest request)
    {
        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => segment.ToLowerInvariant()).ToArray();
        return segments switch
        {
            ["identity", "connect", "authorize"] => _authorize.Handle(request),
            ["connect", "token"] => _token.Token(request),
            ["connect", "revocation"] => _token.Revoke(request),
            ["connections", .. var rest] => _connections.Handle(request, rest),
            [".well-known", "openid-configuration"] => Discovery(request),
            [".well-known", "openid-configuration", "jwks"] => Answers.Json(200, JwtSigner.WriteKeys),
            _ => null,
        };
    }

    public EmulatedResponse Authorize(EmulatedRequest request, string decision, IEnumerable<Guid> tenants, EmulatedUser user) =>
        _authorize.Answer(request, decision, [.. tenants.Select(id => id.ToString())], user);

    public string Consent(EmulatedUser user, IReadOnlyList<Guid> tenants, IEnumerable<string> scopes, string redirectUri, string? challenge)
    {
        var code = _context.Ids.NextSecret();
        _codes[code] = new AuthorisationCode(redirectUri, challenge, _context.Now, Connect(user, tenants, scopes));
        return code;
    }

    /// <summary>Connects the organisations and returns the grant; scopes add up over the consents of one person.</summary>
    public TokenSet Connect(EmulatedUser user, IReadOnlyList<Guid> tenants, IEnumerable<string> scopes)
    {
        var now = _context.Now;
        if (!_granted.TryGetValue(user.Id, out var granted))
        {
            _granted[user.Id] = granted = new HashSet<string>(StringComparer.Ordinal);
        }

        HashSet<string> asked = new(scopes, StringComparer.Ordinal);
        granted.UnionWith(asked.Where(scope => scope.StartsWith("accounting.", StringComparison.Ordinal)));
        var authEventId = _context.Ids.Next();
        foreach (var tenantId in tenants)
        {
            var index = _connected.FindIndex(known => known.TenantId == tenantId && known.UserId == user.Id);
            if (index < 0)
            {
                _connected.Add(new EmulatedConnection(_context.Ids.Next(), tenantId, user.Id, authEventId, now, now));
            }
            else
            {
                _connected[index] = _connected[index] with { AuthEventId = authEventId, UpdatedUtc = now };
            }
        }

        return new TokenSet { User = user, AuthEventId = authEventId, AuthTime = now, Scopes = [.. asked.Union(granted)] };
    }

    public AuthorisationCode? TakeCode(string code) => _codes.Remove(code, out var known) ? known : null;

    public IssuedTokens Activate(TokenSet grant)
    {
        Tokens.Add(grant);
        return Tokens.Issue(grant, _context.Now);
    }

    public void Disconnect(Guid tenantId) => _connected.RemoveAll(connection => connection.TenantId == tenantId);

    public void Revoke(Guid userId)
    {
        Tokens.KillAll(userId);
        _granted.Remove(userId);
        _connected.RemoveAll(connection => connection.UserId == userId);
    }

    public void RemoveScope(string scope)
    {
        Tokens.RemoveScope(scope);
        foreach (var granted in _granted.Values)
        {
            granted.Remove(scope);
        }
    }

    public bool IsConnected(TokenSet grant, Guid tenantId) =>
        _connected.Exists(connection => connection.TenantId == tenantId && connection.UserId == grant.User.Id);

    public BearerCheck CheckBearer(EmulatedRequest request, DateTimeOffset now)
    {
        var header = request.Header("Authorization");
        var known = header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? Tokens.FindAccess(header[7..].Trim()) : null;
        if (known is not { } token || token.Set.IsDead)
        {
            return Refuse("AuthenticationUnsuccessful");
        }

        return now >= token.Expires
            ? Refuse("TokenExpired: token expired at " + token.Expires.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture))
            : new BearerCheck(token.Set, null);
    }

    private BearerCheck Refuse(string detail) => new(null, Errors.Problem(401, "Unauthorized", detail, _context.Ids.Next()));

    private static EmulatedResponse Discovery(EmulatedRequest request)
    {
        var endpoints = EmulatorEndpoints.At(new Uri(request.Url.GetLeftPart(UriPartial.Authority)));
        return Answers.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("issuer", "https://identity.xero.com");
            writer.WriteString("jwks_uri", endpoints.TokenUrl.GetLeftPart(UriPartial.Authority) + "/.well-known/openid-configuration/jwks");
            writer.WriteString("authorization_endpoint", endpoints.AuthorizeUrl.AbsoluteUri);
            writer.WriteString("token_endpoint", endpoints.TokenUrl.AbsoluteUri);
            writer.WriteString("revocation_endpoint", endpoints.RevocationUrl.AbsoluteUri);
            WriteArray("response_types_supported", "code");
            WriteArray("grant_types_supported", "authorization_code", "refresh_token");
            WriteArray("token_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post");
            WriteArray("code_challenge_methods_supported", "S256");
            WriteArray("id_token_signing_alg_values_supported", "RS256");
            WriteArray("subject_types_supported", "public");
            writer.WriteEndObject();

            void WriteArray(string name, params ReadOnlySpan<string> values)
            {
                writer.WriteStartArray(name);
                foreach (var value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }
        });
    }
}
