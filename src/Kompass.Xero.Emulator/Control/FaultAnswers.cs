namespace Kompass.Xero.Emulator;

/// <summary>The answers of injected faults, at the stage of the pipeline at which each arises.</summary>
internal static class FaultAnswers
{
    public static EmulatedResponse? BeforeAuthorisation(Fault? fault) => fault?.Kind switch
    {
        FaultKind.Unavailable => EmulatedResponse.Of(503, "text/plain; charset=utf-8", "The Xero API is temporarily unavailable"),
        FaultKind.NotFoundHtml => Errors.NotFound(),
        _ => null,
    };

    public static EmulatedResponse? Limit(Fault? fault, RateLimiter limiter) => fault?.Kind switch
    {
        FaultKind.MinuteLimit => limiter.Refuse("minute", fault.RetryAfter ?? TimeSpan.FromSeconds(22)),
        FaultKind.DayLimit => limiter.Refuse("day", fault.RetryAfter ?? TimeSpan.FromSeconds(66_975)),
        FaultKind.ConcurrentLimit => limiter.Refuse("concurrent", null),
        FaultKind.AppLimit => limiter.Refuse("appminute", null),
        _ => null,
    };

    public static EmulatedResponse? Server(Fault? fault, Func<EmulatedResponse> execute)
    {
        if (fault is not { Kind: FaultKind.ServerError })
        {
            return null;
        }

        if (fault.Commits)
        {
            execute();
        }

        return fault.AsHtml
            ? EmulatedResponse.Html(500, "<html><body><h1>Server Error</h1></body></html>")
            : Errors.Api(500, 500, "InternalServerException", "An error occurred in Xero. Check the API Status page http://status.developer.xero.com for current service status.");
    }

    /// <summary>Faults of addresses outside the accounting API, where there is no pipeline to place them in.</summary>
    public static EmulatedResponse? Outside(EmulatorContext context, Fault? fault, RateLimiter limiter) => BeforeAuthorisation(fault)
        ?? Limit(fault, limiter)
        ?? (fault is { Kind: FaultKind.TokenExpired }
            ? Errors.Problem(context, 401, "Unauthorized", "TokenExpired: token expired at 01/01/2026 00:00:00")
            : null);

    public static EmulatedResponse OnTheWay(Fault? fault, EmulatedResponse response) => fault?.Kind switch
    {
        FaultKind.ResponseLostAfterCommit => response with { Delivery = ResponseDelivery.Lost },
        FaultKind.Hang => response with { Delivery = ResponseDelivery.Never },
        FaultKind.SlowAnswer => response with { Delay = fault.Delay },
        FaultKind.TruncatedJson => response with { Body = response.Body[..(response.Body.Length / 2)] },
        _ => JsonDistortion.Apply(fault, response),
    };
}
