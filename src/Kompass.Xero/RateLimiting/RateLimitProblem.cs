namespace Kompass.Xero;

/// <summary>One 429: the limit, and how long Xero asks to wait.</summary>
internal readonly record struct RateLimitProblem(RateLimitKind Kind, TimeSpan? RetryAfter)
{
    /// <summary>
    /// Reads a 429. The header that stands at zero decides; Xero's text is only a hint, because not all of its spellings are known.
    /// Neither a zero nor a pause means too many at once.
    /// </summary>
    public static RateLimitProblem Read(HttpResponseMessage response, DateTimeOffset now)
    {
        var left = XeroLimits.Read(response);
        var pause = Pause(response, now);
        var hint = response.Headers.TryGetValues("X-Rate-Limit-Problem", out var values) ? values.FirstOrDefault() ?? "" : "";
        var kind = left switch
        {
            { Day: <= 0 } => RateLimitKind.Day,
            { Minute: <= 0 } => RateLimitKind.Minute,
            { AppMinute: <= 0 } => RateLimitKind.AppMinute,
            _ when Says("app") => RateLimitKind.AppMinute,
            _ when Says("da") => RateLimitKind.Day,
            _ when Says("min") || pause is not null => RateLimitKind.Minute,
            _ => RateLimitKind.Concurrent,
        };
        return new(kind, pause);

        bool Says(string start) => hint.StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }

    private static TimeSpan? Pause(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return pause is { } p && p < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
