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
    private readonly List<RegisteredApp> _custom = [];

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
            [".well-known", "openid-configuration"] => DiscoveryEndpoint.Show(request),
            [".well-known", "openid-configuration", "jwks"] => Answers.Json(200, JwtSigner.WriteKeys),
            _ => null,
        };
    }

    public EmulatedResponse Authorize(EmulatedRequest request, string decision, IEnumerable<Guid> tenants, EmulatedUser user) =>
        _authorize.Answer(request, decision, [.. tenants.Select(id => id.ToString())], user);

    public string Consent(RegisteredApp app, EmulatedUser user, IReadOnlyList<Guid> tenants, IEnumerable<string> scopes, string redirectUri, string? challenge)
    {
        var code = _context.Ids.NextSecret();
        _codes[code] = new AuthorisationCode(app, redirectUri, challenge, _context.Now, Connect(app, user, tenants, scopes));
        return code;
    }

    /// <summary>Connects the organisations and returns the grant; scopes add up over the consents of one person.</summary>
    public TokenSet Connect(RegisteredApp app, EmulatedUser user, IReadOnlyList<Guid> tenants, IEnumerable<string> scopes)
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

        return new TokenSet { App = app, User = user, AuthEventId = authEventId, AuthTime = now, Scopes = [.. asked.Union(granted)] };
    }

    public AuthorisationCode? TakeCode(string code) => _codes.Remove(code, out var known) ? known : null;

    public IssuedTokens Activate(TokenSet grant)
    {
        Tokens.Add(grant);
        return Tokens.Issue(grant, _context.Now);
    }

    /// <summary>The app gives up one connection: by default the organisation is lost to all people who connected it.</summary>
    public void End(EmulatedConnection ended) => _connected.RemoveAll(connection => connection.Id == ended.Id
        || (_context.Options.Switches.DisconnectEndsForEveryUser
            && connection.TenantId == ended.TenantId && connection.CustomClientId == ended.CustomClientId));

    public void Disconnect(Guid tenantId) => _connected.RemoveAll(connection => connection.TenantId == tenantId);

    public void Revoke(Guid userId)
    {
        Tokens.KillAll(userId);
        _granted.Remove(userId);
        _connected.RemoveAll(connection => connection.UserId == userId && connection.CustomClientId is null);
    }

    public void RemoveScope(string scope)
    {
        Tokens.RemoveScope(scope);
        foreach (var granted in _granted.Values)
        {
            granted.Remove(scope);
        }
    }

    /// <summary>The connections that a token may see and use.</summary>
    public IEnumerable<EmulatedConnection> ConnectionsOf(TokenSet grant) => _connected.Where(connection => grant switch
    {
        { App.Kind: AppKind.Custom } => connection.CustomClientId == grant.App.ClientId,
        { User: { } user } => connection.UserId == user.Id && connection.CustomClientId is null,
        _ => connection.CustomClientId is null,
    });

    /// <summary>The connection through which a token reaches an organisation.</summary>
    public EmulatedConnection? ConnectionTo(TokenSet grant, Guid tenantId) =>
        grant is { App.Kind: not AppKind.Custom, User: null } ? null : ConnectionsOf(grant).FirstOrDefault(connection => connection.TenantId == tenantId);

    /// <summary>Whether the person behind a token may use what takes an adviser.</summary>
    public bool IsAdviser(TokenSet grant) => grant.User is not { } user || Users.Find(known => known.Id == user.Id) is not { IsAdviser: false };

    /// <summary>How many organisations the web app is connected to.</summary>
    public int ConnectedOrganisations(IEnumerable<Guid> more) =>
        _connected.Where(connection => connection.CustomClientId is null).Select(connection => connection.TenantId).Union(more).Count();

    public RegisteredApp WebApp => new(_context.Options.ClientId, _context.Options.ClientSecret, AppKind.Web);

    public RegisteredApp? FindApp(string clientId)
    {
        var options = _context.Options;
        return clientId == options.ClientId ? WebApp
            : clientId == options.PkceClientId ? new RegisteredApp(clientId, null, AppKind.Pkce)
            : _custom.Find(app => app.ClientId == clientId);
    }

    public void AddCustom(RegisteredApp app)
    {
        _custom.Add(app);
        var now = _context.Now;
        _connected.Add(new EmulatedConnection(_context.Ids.Next(), app.TenantId!.Value, Guid.Empty, _context.Ids.Next(), now, now) { CustomClientId = app.ClientId });
    }

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

    private BearerCheck Refuse(string detail) => new(null, Errors.Problem(_context, 401, "Unauthorized", detail));
}
