using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>The accounting API: what happens to a call before its endpoint sees it, in the order that can be observed on Xero.</summary>
internal sealed class AccountingPipeline
{
    private const string Prefix = "/api.xro/2.0/";
    private readonly EmulatorContext _context;
    private readonly IdentityService _identity;
    private readonly RateLimiter _limiter;
    private readonly Dictionary<string, Endpoint> _endpoints;

    public AccountingPipeline(EmulatorContext context, IdentityService identity, RateLimiter limiter)
    {
        _context = context;
        _identity = identity;
        _limiter = limiter;
        Endpoint[] endpoints =
        [
            new ContactsEndpoint(), new InvoicesEndpoint(), new CreditNotesEndpoint(), new JournalsEndpoint(), new PaymentsEndpoint(),
            new ItemsEndpoint(), new AccountsEndpoint(), new TaxRatesEndpoint(), new OrganisationEndpoint(), new CurrenciesEndpoint(),
            new TrackingEndpoint(),
        ];
        _endpoints = endpoints.ToDictionary(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase);
        _endpoints.Add("Organisations", _endpoints["Organisation"]);
    }

    public static bool Serves(string path) => path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public EmulatedResponse Handle(EmulatedRequest request, Fault? fault, Exchange exchange)
    {
        var response = Run(request, fault, exchange);
        return request.Header("Accept")?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true && fault?.Kind != FaultKind.XmlInsteadOfJson
            ? response
            : XmlAnswer.From(response);
    }

    private EmulatedResponse Run(EmulatedRequest request, Fault? fault, Exchange exchange)
    {
        var now = _context.Now;
        var segments = request.Path[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (segments.Length == 0 || !_endpoints.TryGetValue(segments[0], out var endpoint))
        {
            return Errors.NotFound();
        }

        if (FaultAnswers.BeforeAuthorisation(fault) is { } early)
        {
            return early;
        }

        var token = fault?.Kind == FaultKind.TokenExpired
            ? new BearerCheck(null, Expired(now))
            : _identity.CheckBearer(request, now);
        if (token.Refusal is not null)
        {
            return token.Refusal;
        }

        if (!Guid.TryParse(request.Header("xero-tenant-id"), out var tenantId)
            || fault?.Kind == FaultKind.TenantForbidden
            || !_identity.IsConnected(token.Grant!, tenantId)
            || !_context.Organisations.TryGetValue(tenantId, out var organisation))
        {
            return Errors.Problem(403, "Forbidden", "AuthenticationUnsuccessful", _context.Ids.Next());
        }

        exchange.TenantId = tenantId;
        if (!HasScope(endpoint, request.Method, token.Grant!))
        {
            var status = _context.Options.Switches.MissingScopeStatus;
            return Errors.Problem(status, status == 403 ? "Forbidden" : "Unauthorized", "AuthorizationUnsuccessful", _context.Ids.Next())
                .With("WWW-Authenticate", "insufficient_scope");
        }

        exchange.Hold(organisation.Limits);
        var refusal = FaultAnswers.Limit(fault, _limiter) ?? _limiter.Admit(organisation.Limits, now);
        var response = refusal ?? Idempotent(request, fault, exchange, organisation, () => Execute(request, endpoint, segments, organisation, exchange, now), now);
        return _limiter.Headed(response, organisation.Limits, now).With("Xero-Correlation-Id", _context.Ids.Next().ToString());
    }

    private static EmulatedResponse Idempotent(
        EmulatedRequest request, Fault? fault, Exchange exchange, Organisation organisation, Func<EmulatedResponse> execute, DateTimeOffset now)
    {
        var key = request.Header("Idempotency-Key");
        var serve = () => FaultAnswers.Server(fault, execute) ?? execute();
        if (key is null || request.Method is not ("POST" or "PUT" or "PATCH"))
        {
            return serve();
        }

        exchange.IdempotencyKey = key;
        if (key.Length is 0 or > 128)
        {
            return IdempotencyStore.Refuse("Idempotency Key must have between 1 and 128 characters.");
        }

        var fingerprint = IdempotencyStore.Fingerprint(request);
        if (organisation.Idempotency.Find(key, now) is { } known)
        {
            exchange.IsReplay = known.Fingerprint == fingerprint;
            return exchange.IsReplay
                ? known.Response
                : IdempotencyStore.Refuse($"Idempotency Key: {key} is used with a different request.");
        }

        var response = serve();
        organisation.Idempotency.Keep(key, now, fingerprint, response);
        return response;
    }

    private EmulatedResponse Execute(
        EmulatedRequest request, Endpoint endpoint, string[] segments, Organisation organisation, Exchange exchange, DateTimeOffset now)
    {
        if (request.Body.Length > _context.Options.MaxRequestBytes)
        {
            return EmulatedResponse.Html(413, "<html><body>Request Entity Too Large</body></html>");
        }

        var call = new AccountingCall(request, segments[1..], organisation, _context, now);
        var before = organisation.State;
        try
        {
            if (request.Method is "PUT" or "POST" && request.Body.IsEmpty)
            {
                return Errors.NoData();
            }

            return call.Segments.Count == 2 && string.Equals(call.Segments[1], "History", StringComparison.OrdinalIgnoreCase)
                ? HistoryEndpoint.Handle(call, endpoint)
                : endpoint.Handle(call);
        }
        catch (PostDataException fault)
        {
            organisation.State = before;
            return Errors.BadPostData(fault.Message);
        }
        catch (QueryException fault)
        {
            return Errors.BadQuery(fault.Message);
        }
        finally
        {
            exchange.Elements = call.Elements;
        }
    }

    private EmulatedResponse Expired(DateTimeOffset at) =>
        Errors.Problem(401, "Unauthorized", "TokenExpired: token expired at " + at.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture), _context.Ids.Next());

    private static bool HasScope(Endpoint endpoint, string method, TokenSet grant) =>
        endpoint.WriteScopes.Any(grant.Scopes.Contains) || (method == "GET" && endpoint.ReadScopes.Any(grant.Scopes.Contains));
}
