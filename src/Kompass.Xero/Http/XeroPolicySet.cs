using Kompass.Accounting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace Kompass.Xero;

/// <summary>The pipelines of one host, built once.</summary>
internal sealed class XeroPolicySet(IOptions<XeroOptions> options, TimeProvider time, IEntropy entropy, ILogger<XeroPolicySet> log)
{
    public IAsyncPolicy<HttpResponseMessage> Retry { get; } =
        XeroPolicies.Retry(new RetryRules(options.Value, time, entropy), time, log);

    public IAsyncPolicy<HttpResponseMessage> AttemptTimeout { get; } = XeroPolicies.AttemptTimeout(options.Value.CallTimeout, time);
}
