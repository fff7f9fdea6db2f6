namespace Kompass.Xero;

/// <summary>What went wrong, as far as it decides what to do next.</summary>
internal enum XeroErrorKind
{
    /// <summary>Xero refused the content of the request (400). Sending it again is useless.</summary>
    Validation,

    /// <summary>The access token is not accepted (401), after one renewal.</summary>
    Unauthorized,

    /// <summary>The consent, or the role of the user who gave it, does not cover this call.</summary>
    ScopeMissing,

    /// <summary>The organisation is not, or no longer, connected to this app (403).</summary>
    Disconnected,

    /// <summary>No such record or address (404).</summary>
    NotFound,

    /// <summary>The request is larger than Xero takes (413).</summary>
    TooLarge,

    /// <summary>A limit of the minute, or of calls at once, that did not clear while waiting.</summary>
    RateLimited,

    /// <summary>The day's calls are used up; nothing is sent until <see cref="XeroApiException.ParkedUntil"/>.</summary>
    Parked,

    /// <summary>A fault of Xero's (5xx).</summary>
    ServerFault,

    /// <summary>Xero or the organisation is offline for maintenance (503).</summary>
    Offline,

    /// <summary>An answer that is not what it should be: HTML, XML, a redirect, truncated JSON.</summary>
    Malformed,

    /// <summary>No answer: a time-out, a broken connection.</summary>
    NoAnswer,

    /// <summary>Any other refusal.</summary>
    Refused,
}
