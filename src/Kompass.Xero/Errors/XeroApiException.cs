using System.Net;

namespace Kompass.Xero;

/// <summary>A call to Xero that did not succeed. Its text and members never contain a token or a secret.</summary>
internal sealed class XeroApiException(XeroErrorKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public XeroErrorKind Kind { get; } = kind;

    /// <summary>The HTTP status, when there was an answer.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Xero's id of this call, to quote in a support case.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>
    /// The call was a write and may have taken effect all the same. To be settled by reading, never by sending again.
    /// </summary>
    public bool OutcomeUnknown { get; set; }

    /// <summary>When the last byte-identical request left; <see langword="null"/> when nothing did.</summary>
    public DateTimeOffset? LastSentAt { get; set; }

    public XeroLimits Limits { get; init; }

    public RateLimitKind? Limit { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Until when the organisation is parked.</summary>
    public DateTimeOffset? ParkedUntil { get; init; }

    /// <summary>Xero's messages per element, when a whole batch was refused.</summary>
    public IReadOnlyList<XeroElementError> Elements { get; init; } = [];

    /// <summary>
    /// The answer is a judgement of what was sent, so that the same bytes sent before were refused as well. A 404 is none: it may come
    /// from what stands before Xero and never saw them.
    /// </summary>
    public bool IsAboutContent { get; init; }

    /// <summary>The start of the answer's body, at most 2,000 characters.</summary>
    public string? Body { get; init; }
}
