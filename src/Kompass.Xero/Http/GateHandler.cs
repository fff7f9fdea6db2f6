using System.Net;
using Kompass.Accounting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Takes each attempt through the organisation's rate gate, and tells the gate what the answer says about the limits.</summary>
internal sealed class GateHandler(IOptions<XeroOptions> options, TimeProvider time, IEntropy entropy, XeroTelemetry telemetry, ILogger<GateHandler> log)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = XeroCall.Of(request);
        using var pass = await call.Gate.EnterAsync(call.Tenant.Priority, cancellationToken);
        var sentAt = time.GetUtcNow();
        EnsureKeyIsRemembered(call, request, sentAt);
        call.Sends++;
        call.LastSentAt = sentAt;
        call.Answered = false;
        call.Limit = null;
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            call.Status = (int)response.StatusCode;
            telemetry.Answered(request, call.Template, response, time.GetElapsedTime(started));
            call.Gate.Report(XeroLimits.Read(response));
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Slow(call, RateLimitProblem.Read(response, time.GetUtcNow()));
            }

            return response;
        }
        catch (Exception e) when (NoAnswer.Is(e) || e is OperationCanceledException)
        {
            call.UnansweredSince ??= sentAt;
            telemetry.Unanswered(request, call.Template, e, time.GetElapsedTime(started));
            throw;
        }
    }

    // The wait for a place may have outlasted the six minutes: a resend would then be a second document.
    private void EnsureKeyIsRemembered(XeroCall call, HttpRequestMessage request, DateTimeOffset now)
    {
        if (call is { IsWrite: true, UnansweredSince: { } since } && !IdempotencyWindow.IsOpen(since, now, options.Value.LongestFlight))
        {
            throw XeroErrors.NoAnswer(request.Method, call.Name, isWrite: true, inner: null);
        }
    }

    private void Slow(XeroCall call, RateLimitProblem problem)
    {
        call.Limit = problem;
        var pause = problem.Kind switch
        {
            RateLimitKind.Day => problem.RetryAfter ?? TimeSpan.FromHours(1),
            RateLimitKind.Minute => problem.RetryAfter ?? TimeSpan.FromMinutes(1),
            RateLimitKind.AppMinute => problem.RetryAfter ?? TimeSpan.FromSeconds(10 + (10 * entropy.NextFraction())),
            _ => TimeSpan.FromSeconds(1 + (4 * entropy.NextFraction())),
        };
        HttpLog.Limited(log, call.Tenant.TenantId, problem.Kind, pause);
        if (problem.Kind == RateLimitKind.Day || pause > options.Value.LongestPause)
        {
            call.Gate.Park(time.GetUtcNow() + pause);
        }
        else
        {
            call.Gate.Hold(pause);
        }
    }
}
