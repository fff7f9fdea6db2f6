using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kompass.Xero;

/// <summary>The resilience pipelines, all on the injected clock.</summary>
internal static class XeroPolicies
{
    private static readonly ResiliencePropertyKey<XeroCall> CallKey = new(XeroCall.PolicyKey);

    private static readonly ResiliencePropertyKey<TimeSpan> PauseKey = new("kompass.xero.pause");

    public static IAsyncPolicy<HttpResponseMessage> Retry(RetryRules rules, TimeProvider time, ILogger log) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 20,
                ShouldHandle = args => ValueTask.FromResult(ShouldRetry(rules, args)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(args.Context.Properties.GetValue(PauseKey, TimeSpan.Zero)),
                OnRetry = args =>
                {
                    var call = args.Context.Properties.GetValue(CallKey, null!);
                    HttpLog.Retrying(
                        log, call.Name, args.RetryDelay, args.AttemptNumber + 1, RetryRules.Reason(args.Outcome.Result, args.Outcome.Exception));
                    return default;
                },
            })
            .Build()
            .AsAsyncPolicy();

    public static IAsyncPolicy<HttpResponseMessage> AttemptTimeout(TimeSpan timeout, TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = timeout })
            .Build()
            .AsAsyncPolicy();

    private static bool ShouldRetry(RetryRules rules, RetryPredicateArguments<HttpResponseMessage> args)
    {
        if (!args.Context.Properties.TryGetValue(CallKey, out var call)
            || rules.Next(call, args.Outcome.Result, args.Outcome.Exception) is not { } pause)
        {
            return false;
        }

        args.Context.Properties.Set(PauseKey, pause);
        return true;
    }
}
