namespace Kompass.Xero.Emulator;

/// <summary>What can go wrong with a call.</summary>
public enum FaultKind
{
    /// <summary>The request never arrives: nothing is done, and the connection breaks.</summary>
    RequestLost,

    /// <summary>Everything is done, and the answer is lost: the connection breaks.</summary>
    ResponseLostAfterCommit,

    /// <summary>A 500; with <see cref="Fault.Commits"/> the work was done all the same. It is kept under the idempotency key.</summary>
    ServerError,

    /// <summary>A 503 in plain text.</summary>
    Unavailable,

    /// <summary>A 404 as HTML.</summary>
    NotFoundHtml,

    /// <summary>A 429 of the minute limit, with <c>Retry-After</c>.</summary>
    MinuteLimit,

    /// <summary>A 429 of the day limit, with <c>Retry-After</c>.</summary>
    DayLimit,

    /// <summary>A 429 of the concurrent limit, without <c>Retry-After</c>.</summary>
    ConcurrentLimit,

    /// <summary>A 429 of the app's minute limit, without <c>Retry-After</c>.</summary>
    AppLimit,

    /// <summary>A 401 that says the token has expired.</summary>
    TokenExpired,

    /// <summary>A 403, as when the organisation was disconnected.</summary>
    TenantForbidden,

    /// <summary>Everything is done, and the JSON of the answer breaks off.</summary>
    TruncatedJson,

    /// <summary>Everything is done, and the answer is XML.</summary>
    XmlInsteadOfJson,

    /// <summary>Nothing is ever answered; with <see cref="Fault.Commits"/> the work is done.</summary>
    Hang,

    /// <summary>Everything is done at once, and the answer is withheld for <see cref="Fault.Delay"/>.</summary>
    SlowAnswer,

    /// <summary>The request is under way for <see cref="Fault.Delay"/> and is then handled, even if the caller has given up.</summary>
    LateArrival,
}
