using System.Net;
using System.Net.Http.Headers;

namespace Kompass.Xero;

/// <summary>Puts the access token on each attempt. A refused one is replaced and the call sent once more; a missing scope is not, it would loop.</summary>
internal sealed class BearerHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = XeroCall.Of(request);
        var token = await call.Tenant.Tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || call.TokenReplaced)
        {
            return response;
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (XeroErrors.From(response, body, call.Name, call.IsWrite).Kind != XeroErrorKind.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        call.TokenReplaced = true;
        token = await call.Tenant.Tokens.ReplaceAsync(token, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }
}
