using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Lets requests out to the configured hosts only, whatever address a bug or an answer came up with.</summary>
internal sealed class HostGuardHandler(IOptions<XeroOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var origin = request.RequestUri?.GetLeftPart(UriPartial.Authority);
        return options.Value.Endpoints.All().Any(e => string.Equals(e.Address!.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase))
            ? base.SendAsync(request, cancellationToken)
            : throw new InvalidOperationException($"KX2016 A request to '{origin}' was stopped: it is none of XeroOptions.Endpoints.");
    }
}
