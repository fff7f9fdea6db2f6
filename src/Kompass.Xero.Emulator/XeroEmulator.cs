namespace Kompass.Xero.Emulator;

/// <summary>
/// A strict Xero without a network: identity, connections and accounting behind one synchronous function. Thread-safe.
/// </summary>
/// <remarks>
/// Put a skin on it to be called over HTTP: <see cref="EmulatorServer"/> listens on loopback, <see cref="CreateHandler"/> serves an
/// <see cref="HttpClient"/> inside the process. Both may be used at once on the same books.
/// </remarks>
public sealed class XeroEmulator
{
    private readonly Lock _gate = new();
    private readonly EmulatorContext _context;
    private readonly RateLimiter _limiter;
    private readonly IdentityService _identity;
    private readonly AccountingPipeline _accounting;
    private readonly ControlSurface _surface;

    /// <summary>Creates an emulator with one organisation.</summary>
    /// <param name="options">How it is set up; the defaults when absent.</param>
    /// <exception cref="ArgumentException"><see cref="EmulatorOptions.Seed"/> names no known seed.</exception>
    public XeroEmulator(EmulatorOptions? options = null)
    {
        Options = options ?? new EmulatorOptions();
        _context = new EmulatorContext(Options);
        _limiter = new RateLimiter(Options);
        _identity = new IdentityService(_context, _limiter);
        _accounting = new AccountingPipeline(_context, _identity, _limiter);
        _context.Webhooks.IsConnected = tenant => _identity.Connections.Any(connection => connection.TenantId == tenant);
        Control = new EmulatorControl(_gate, _context, _identity);
        Control.AddFirstOrganisation();
        _surface = new ControlSurface(this);
    }

    /// <summary>How it is set up. Limits and switches may be changed between calls.</summary>
    public EmulatorOptions Options { get; }

    /// <summary>What a test or a person does to the emulator behind the API's back.</summary>
    public EmulatorControl Control { get; }

    /// <summary>Answers a request at once. Injected delays and losses are stated on the answer, and left to the caller to act out.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The answer; never <see langword="null"/>.</returns>
    /// <exception cref="NotSupportedException">A route of the control surface that waits for a webhook's receiver: call it through a skin.</exception>
    public EmulatedResponse Handle(EmulatedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsControl(request))
        {
            var answer = ControlAsync(request, CancellationToken.None);
            return answer.IsCompletedSuccessfully
                ? answer.Result
                : throw new NotSupportedException($"{request.Method} {request.Path} waits for an answer from outside. Call it through CreateHandler or EmulatorServer.");
        }

        using var exchange = Open(request);
        return exchange.Response ?? OpenArrived(request, exchange).Response!;
    }

    /// <summary>An <see cref="HttpMessageHandler"/> that answers for every host, by path alone.</summary>
    public HttpMessageHandler CreateHandler() => new EmulatorHttpHandler(this);

    /// <summary>Whether a request goes to the control surface instead of to Xero.</summary>
    internal static bool IsControl(EmulatedRequest request) => ControlSurface.Serves(request.Path);

    internal Task<EmulatedResponse> ControlAsync(EmulatedRequest request, CancellationToken cancellationToken) => _surface.HandleAsync(request, cancellationToken);

    /// <summary>The endpoints of the accounting API that are served.</summary>
    internal IReadOnlyList<string> Endpoints => [.. _accounting.Names];

    /// <summary>Starts handling a request; the call is in flight until the exchange is disposed.</summary>
    internal Exchange Open(EmulatedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate)
        {
            var fault = _context.Faults.Strike(request);
            return fault is { Kind: FaultKind.LateArrival }
                ? new Exchange(_gate) { ArrivesAfter = fault.Delay }
                : Run(request, fault);
        }
    }

    /// <summary>Handles a request that has at last arrived.</summary>
    internal Exchange OpenArrived(EmulatedRequest request, Exchange late)
    {
        late.Dispose();
        lock (_gate)
        {
            return Run(request, null);
        }
    }

    private Exchange Run(EmulatedRequest request, Fault? fault)
    {
        var exchange = new Exchange(_gate);
        if (fault is { Kind: FaultKind.RequestLost })
        {
            exchange.Response = new EmulatedResponse { Status = 0, Delivery = ResponseDelivery.Lost };
            return exchange;
        }

        if (fault is { Kind: FaultKind.Hang, Commits: false })
        {
            exchange.Response = new EmulatedResponse { Status = 0, Delivery = ResponseDelivery.Never };
            return exchange;
        }

        var at = _context.Now;
        var response = FaultAnswers.OnTheWay(fault, Route(request, fault, exchange));
        _context.Webhooks.Collect();
        exchange.Response = response.Delay == TimeSpan.Zero ? response with { Delay = Options.Latency } : response;
        _context.Calls.Add(new EmulatedCall(
            at, request.Method, request.Path, request.Url.Query, exchange.TenantId, response.Status, exchange.IdempotencyKey, exchange.Elements)
        {
            IsReplay = exchange.IsReplay,
            UsesUnindexedFilter = exchange.UsesUnindexedFilter,
            Bytes = response.Body.Length,
            IsAnswered = response.Delivery == ResponseDelivery.Answered,
        });
        return exchange;
    }

    private EmulatedResponse Route(EmulatedRequest request, Fault? fault, Exchange exchange)
    {
        if (AccountingPipeline.Serves(request.Path))
        {
            return _accounting.Handle(request, fault, exchange);
        }

        if (request.Path == "/" && request.Method == "GET")
        {
            return BooksPage.Show(_context);
        }

        return FaultAnswers.Outside(_context, fault, _limiter)
            ?? FaultAnswers.Server(fault, () => _identity.Handle(request) ?? Errors.NotFound())
            ?? _identity.Handle(request)
            ?? Errors.NotFound();
    }
}
