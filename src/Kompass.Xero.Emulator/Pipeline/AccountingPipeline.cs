namespace Kompass.Xero.Emulator;

/// <summary>The accounting API: what happens to a call before its endpoint sees it, in the order that can be observed on Xero.</summary>
internal sealed class AccountingPipeline
{
    private const string Prefix = "/api.xro/2.0/";
    private readonly EmulatorContext _context;
    private readonly RateLimiter _limiter;
    private readonly Admission _admission;
    private readonly IdempotencyStore _appKeys = new();
    private readonly Dictionary<string, Endpoint> _endpoints;

    public AccountingPipeline(EmulatorContext context, IdentityService identity, RateLimiter limiter)
    {
        _context = context;
        _limiter = limiter;
        _admission = new Admission(context, identity);
        Endpoint[] endpoints =
        [
            new ContactsEndpoint(), new InvoicesEndpoint(), new CreditNotesEndpoint(), new JournalsEndpoint(), new PaymentsEndpoint(),
            new ItemsEndpoint(), new AccountsEndpoint(), new TaxRatesEndpoint(), new OrganisationEndpoint(), new CurrenciesEndpoint(), new InvoiceRemindersEndpoint(),
            new TrackingEndpoint(),
        ];
        _endpoints = endpoints.ToDictionary(endpoint => endpoint.Name, StringComparer.OrdinalIgnoreCase);
        _endpoints.Add("Organisations", _endpoints["Organisation"]);
    }

    /// <summary>The names of the endpoints served.</summary>
    public IEnumerable<string> Names => _endpoints.Values.Select(endpoint => endpoint.Name).Distinct();

    public static bool Serves(string path) => path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    public EmulatedResponse Handle(EmulatedRequest request, Fault? fault, Exchange exchange)
    {
        var response = Run(request, fault, exchange);
        return request.Accepts("application/json") && fault?.Kind != FaultKind.XmlInsteadOfJson ? response : XmlAnswer.From(response);
    }

    private EmulatedResponse Run(EmulatedRequest request, Fault? fault, Exchange exchange)
    {
        var now = _context.Now;
        if (request.Url.AbsoluteUri.Length > _context.Options.MaxUrlLength)
        {
            return EmulatedResponse.Html(414, "<html><body>Request-URI Too Long</body></html>");
        }

        var segments = request.Path[Prefix.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        if (segments.Length == 0 || !_endpoints.TryGetValue(segments[0], out var endpoint))
        {
            return segments.Length > 0 && OtherEndpoints.Has(segments[0]) ? Errors.NotEmulated(segments[0]) : Errors.NotFound();
        }

        if (FaultAnswers.BeforeAuthorisation(fault) is { } early)
        {
            return early;
        }

        var isAttachment = segments.Length > 2 && segments[2].Equals("Attachments", StringComparison.OrdinalIgnoreCase);
        var admitted = _admission.Check(request, endpoint, isAttachment, fault, now);
        exchange.TenantId = admitted.Organisation?.Id;
        if (admitted.Refusal is { } refused)
        {
            return refused;
        }

        var organisation = admitted.Organisation!;
        exchange.Hold(organisation.Limits);
        var isLifted = _context.Options.RapidSync && now - admitted.Connection!.CreatedUtc < TimeSpan.FromMinutes(30);
        var call = new AccountingCall(request, segments[1..], organisation, _context, now) { RepeatsAcrossPages = fault?.Kind == FaultKind.DuplicateAcrossPages };
        var response = FaultAnswers.Limit(fault, _limiter)
            ?? _limiter.Admit(organisation.Limits, now, isLifted)
            ?? Idempotent(call, fault, exchange, () => Execute(call, endpoint, isAttachment, exchange));
        return _limiter.Headed(response, organisation.Limits, now).With(
            KeyValuePair.Create("Xero-Correlation-Id", _context.Ids.Next().ToString()),
            KeyValuePair.Create("Cache-Control", "max-age=0, no-cache, no-store"));
    }

    private EmulatedResponse Idempotent(AccountingCall call, Fault? fault, Exchange exchange, Func<EmulatedResponse> execute)
    {
        var request = call.Request;
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

        var store = call.Switches.IdempotencyKeysArePerApp ? _appKeys : call.Organisation.Idempotency;
        var fingerprint = IdempotencyStore.Fingerprint(request, call.Organisation.Id);
        if (store.Find(key, call.Now) is { } known)
        {
            exchange.IsReplay = known.Fingerprint == fingerprint;
            return exchange.IsReplay
                ? known.Response
                : IdempotencyStore.Refuse($"Idempotency Key: {key} is used with a different request.");
        }

        var response = serve();
        store.Keep(key, call.Now, fingerprint, response);
        return response;
    }

    private EmulatedResponse Execute(AccountingCall call, Endpoint endpoint, bool isAttachment, Exchange exchange)
    {
        var request = call.Request;
        if (request.Body.Length > (isAttachment ? _context.Options.MaxAttachmentBytes : _context.Options.MaxRequestBytes))
        {
            return EmulatedResponse.Html(413, "<html><body>Request Entity Too Large</body></html>");
        }

        var before = call.State;
        try
        {
            if (request.Method is "PUT" or "POST" && request.Body.IsEmpty)
            {
                return Errors.NoData();
            }

            if (isAttachment)
            {
                return AttachmentsEndpoint.Handle(call, endpoint);
            }

            RequireJson(request);
            return call.Segments.Count == 2 && call.Segments[1].Equals("History", StringComparison.OrdinalIgnoreCase)
                ? HistoryEndpoint.Handle(call, endpoint)
                : endpoint.Handle(call);
        }
        catch (PostDataException fault)
        {
            call.State = before;
            return Errors.BadPostData(fault.Message);
        }
        catch (QueryException fault)
        {
            return Errors.BadQuery(fault.Message);
        }
        catch (Exception fault)
        {
            // Xero fails too: nothing is half done, the key keeps the answer, and the call ends.
            call.State = before;
            return Errors.Problem(_context, 500, "An error occurred", fault.Message);
        }
        finally
        {
            exchange.Elements = call.Elements;
            exchange.UsesUnindexedFilter = call.UsesUnindexedFilter;
        }
    }

    // What is not declared as JSON is read as XML, which JSON is not.
    private static void RequireJson(EmulatedRequest request)
    {
        if (!request.Body.IsEmpty && request.Header("Content-Type") is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            throw new PostDataException($"The post data could not be read as {type}. Send JSON with Content-Type: application/json.");
        }
    }
}
