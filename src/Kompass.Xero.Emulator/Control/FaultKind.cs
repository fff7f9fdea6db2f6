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

    /// <summary>A member that holds one of a known few values, such as a status or a type, holds a new one in the first element.</summary>
    UnknownEnum,

    /// <summary>Every object of the answer has members that no specification names.</summary>
    ExtraMembers,

    /// <summary>Texts and arrays that are empty are null.</summary>
    NullInsteadOfEmpty,

    /// <summary>Texts and arrays that are empty or null are left out.</summary>
    MissingInsteadOfEmpty,

    /// <summary>Optional texts that have no value are sent empty.</summary>
    EmptyInsteadOfMissing,

    /// <summary>Every number of the answer is a text.</summary>
    NumbersAsStrings,

    /// <summary>A page from the second on begins with the last item of the page before.</summary>
    DuplicateAcrossPages,

    /// <summary>The names of the headers come in an unusual casing.</summary>
    HeaderCase,

    /// <summary>A webhook is signed wrongly. Webhook faults look at no path.</summary>
    WebhookWrongSignature,

    /// <summary>A webhook is delivered twice.</summary>
    WebhookDuplicate,

    /// <summary>The events of a webhook come in reverse.</summary>
    WebhookOutOfOrder,

    /// <summary>Before a webhook is delivered, Xero checks the receiver again: empty payloads, some signed wrongly.</summary>
    WebhookIntentToReceive,

    /// <summary>The request is under way for <see cref="Fault.Delay"/> and is then handled, even if the caller has given up.</summary>
    LateArrival,
}
