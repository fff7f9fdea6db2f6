using System.Globalization;
using System.Net;

namespace Kompass.Xero;

/// <summary>Makes the typed errors. What a message says: what happened, at which call, and what to do.</summary>
internal static class XeroErrors
{
    /// <summary>Classifies an answer that is not a success.</summary>
    public static XeroApiException From(HttpResponseMessage response, byte[] body, string call, bool isWrite, DateTimeOffset now = default)
    {
        var read = ErrorBody.Read(body);
        var status = response.StatusCode;
        if (status == HttpStatusCode.TooManyRequests)
        {
            return Limited(response, read, call, RateLimitProblem.Read(response, now), now);
        }

        var kind = Kind(response, read);
        return new(kind, Message(kind, status, call, read))
        {
            Status = status,
            CorrelationId = CorrelationId(response),
            Limits = XeroLimits.Read(response),
            OutcomeUnknown = isWrite && (kind is XeroErrorKind.ServerFault or XeroErrorKind.Offline or XeroErrorKind.Malformed),
            Elements = read.Elements,
            IsAboutContent = kind == XeroErrorKind.TooLarge || (kind == XeroErrorKind.Validation && read.IsXeros),
            Body = read.Text,
        };
    }

    public static XeroApiException NoAnswer(HttpMethod method, string call, bool isWrite, Exception? inner) => new(
        XeroErrorKind.NoAnswer,
        $"KX2002 Xero did not answer {method} {call}. {(isWrite ? "Whether it took effect is settled by reading." : "It is tried again later.")}",
        inner)
    {
        OutcomeUnknown = isWrite,
    };

    /// <summary>An answer with a success status whose content cannot be used.</summary>
    public static XeroApiException Malformed(string call, HttpStatusCode status, HttpResponseMessage? response, Exception? inner, bool isWrite = false) => new(
        XeroErrorKind.Malformed,
        $"KX2003 Xero's answer to {call} (HTTP {(int)status}) cannot be read: it is not the JSON that was asked for. It is tried again later.",
        inner)
    {
        Status = status,
        OutcomeUnknown = isWrite,
        CorrelationId = response is null ? null : CorrelationId(response),
        Limits = response is null ? default : XeroLimits.Read(response),
    };

    public static XeroApiException Parked(DateTimeOffset until) => new(
        XeroErrorKind.Parked,
        string.Create(CultureInfo.InvariantCulture, $"KX2004 Today's calls to this Xero organisation are used up. The sync goes on by itself at {until:u}."))
    {
        Limit = RateLimitKind.Day,
        ParkedUntil = until,
    };

    public static string? CorrelationId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Xero-Correlation-Id", out var values) ? values.FirstOrDefault() : null;

    private static XeroApiException Limited(HttpResponseMessage response, ErrorBody read, string call, RateLimitProblem problem, DateTimeOffset now)
    {
        var isDay = problem.Kind == RateLimitKind.Day;
        DateTimeOffset? until = isDay ? now + (problem.RetryAfter ?? TimeSpan.FromHours(1)) : null;
        var message = isDay
            ? Parked(until!.Value).Message
            : $"KX2005 Xero limits calls ({problem.Kind}) and did not clear while {call} waited. It is tried again later.";
        return new(isDay ? XeroErrorKind.Parked : XeroErrorKind.RateLimited, message)
        {
            Status = response.StatusCode,
            CorrelationId = CorrelationId(response),
            Limits = XeroLimits.Read(response),
            Limit = problem.Kind,
            RetryAfter = problem.RetryAfter,
            ParkedUntil = until,
            Body = read.Text,
        };
    }

    private static XeroErrorKind Kind(HttpResponseMessage response, ErrorBody body) => (int)response.StatusCode switch
    {
        400 => XeroErrorKind.Validation,
        401 or 403 when IsScope(response, body) => XeroErrorKind.ScopeMissing,
        401 => XeroErrorKind.Unauthorized,
        403 => XeroErrorKind.Disconnected,
        404 => XeroErrorKind.NotFound,
        413 => XeroErrorKind.TooLarge,
        501 => XeroErrorKind.Refused,
        503 => XeroErrorKind.Offline,
        >= 500 => XeroErrorKind.ServerFault,
        < 400 => XeroErrorKind.Malformed,
        _ => XeroErrorKind.Refused,
    };

    private static bool IsScope(HttpResponseMessage response, ErrorBody body) =>
        body.Detail?.Contains("AuthorizationUnsuccessful", StringComparison.OrdinalIgnoreCase) == true
        || response.Headers.WwwAuthenticate.Any(h =>
            h.Scheme.Contains("insufficient_scope", StringComparison.OrdinalIgnoreCase)
            || h.Parameter?.Contains("insufficient_scope", StringComparison.OrdinalIgnoreCase) == true);

    private static string Message(XeroErrorKind kind, HttpStatusCode status, string call, ErrorBody body) => kind switch
    {
        XeroErrorKind.Validation => $"KX2006 Xero refused {call}: {Reasons(body)}",
        XeroErrorKind.Unauthorized => $"KX2007 Xero does not accept the access token for {call}. Connect Xero again.",
        XeroErrorKind.ScopeMissing =>
            $"KX2008 The Xero consent does not cover {call}: a scope is missing, or the role of the user who connected. Connect again with a user who may do this.",
        XeroErrorKind.Disconnected => $"KX2009 The Xero organisation is not connected to this app any more ({call}). Connect it again.",
        XeroErrorKind.NotFound => $"KX2010 Xero does not know the record of {call}.",
        XeroErrorKind.TooLarge => $"KX2011 The request {call} is larger than Xero takes. Send fewer records at once.",
        XeroErrorKind.Offline => $"KX2012 Xero, or this organisation in it, is offline ({call}). It is tried again later.",
        XeroErrorKind.ServerFault => $"KX2013 Xero failed at {call} (HTTP {(int)status}).",
        XeroErrorKind.Malformed => $"KX2014 Xero answered {call} with an unexpected HTTP {(int)status}. Redirects are not followed.",
        _ => $"KX2015 Xero refused {call} (HTTP {(int)status}): {Reasons(body)}",
    };

    private static string Reasons(ErrorBody body)
    {
        var reasons = body.Elements.SelectMany(e => e.Messages).Distinct().Take(5).ToList();
        return reasons.Count > 0 ? string.Join(" ", reasons) : body.Detail ?? "no reason given.";
    }
}
