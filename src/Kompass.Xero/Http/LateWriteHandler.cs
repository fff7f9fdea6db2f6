using Kompass.Accounting;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>
/// The last look at the clock before a write leaves: a process that stood still may find that its call is over, and somebody else at work.
/// A timer that should have ended the call has not fired yet in that moment.
/// </summary>
internal sealed class LateWriteHandler(IOptions<SyncOptions> options, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = XeroCall.Of(request);
        return call.IsWrite && time.GetUtcNow() - call.BegunAt > options.Value.LongestCall
            ? throw XeroErrors.NoAnswer(request.Method, call.Name, isWrite: true, inner: null)
            : base.SendAsync(request, cancellationToken);
    }
}
