using System.Net;
using Kompass.Accounting;
using Polly.Timeout;

namespace Kompass.Xero;

/// <summary>
/// When an attempt is followed by another. Reads are safe to repeat. A write is repeated in two cases only: Xero refused it
/// unread (429), or nothing at all came back and its key is certain to be remembered when the resend arrives.
/// </summary>
internal sealed class RetryRules(XeroOptions options, TimeProvider time, IEntropy entropy)
{
    private const int MostLimitHits = 5;

    private static readonly TimeSpan[] FaultPauses = [.. new[] { 1, 2, 4, 8, 15, 30 }.Select(s => TimeSpan.FromSeconds(s))];

    private static readonly TimeSpan[] OfflinePauses = [.. new[] { 5, 15, 45, 60 }.Select(s => TimeSpan.FromSeconds(s))];

    /// <summary>The pause before the next attempt, or <see langword="null"/> when there must not be one.</summary>
    public TimeSpan? Next(XeroCall call, HttpResponseMessage? response, Exception? fault)
    {
        if (fault is not null)
        {
            return NoAnswer.Is(fault) ? AfterSilence(call) : null;
        }

        return response?.StatusCode switch
        {
            // The gate makes the next attempt wait for as long as Xero asked.
            HttpStatusCode.TooManyRequests => IsShort(call) && call.LimitHits++ < MostLimitHits ? TimeSpan.Zero : null,
            HttpStatusCode.ServiceUnavailable => AfterFault(call, OfflinePauses),
            HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => AfterFault(call, FaultPauses),
            _ => null,
        };
    }

    public static string Reason(HttpResponseMessage? response, Exception? fault) => fault switch
    {
        null => $"HTTP {(int?)response?.StatusCode}",
        TimeoutRejectedException => "time-out",
        _ => "no answer",
    };

    private bool IsShort(XeroCall call) =>
        call.Limit is { } limit && limit.Kind != RateLimitKind.Day && (limit.RetryAfter ?? TimeSpan.Zero) <= options.LongestPause;

    private TimeSpan? AfterFault(XeroCall call, TimeSpan[] pauses) =>
        !call.IsWrite && call.Faults < options.ReadRetries ? Jittered(pauses[Math.Min(call.Faults++, pauses.Length - 1)]) : null;

    private TimeSpan? AfterSilence(XeroCall call)
    {
        if (!call.IsWrite)
        {
            return AfterFault(call, FaultPauses);
        }

        if (call.Answered || !call.HasKey || call.Faults >= options.WriteResends || call.UnansweredSince is not { } since)
        {
            return null;
        }

        var pause = Jittered(FaultPauses[Math.Min(call.Faults++, FaultPauses.Length - 1)]);
        return IdempotencyWindow.IsOpen(since, time.GetUtcNow() + pause, options.LongestFlight) ? pause : null;
    }

    // From half to the whole, so that callers who failed together do not come back together.
    private TimeSpan Jittered(TimeSpan pause) => pause * (0.5 + (0.5 * entropy.NextFraction()));
}
