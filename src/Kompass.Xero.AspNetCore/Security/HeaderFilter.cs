using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>The headers that every answer carries: no script, no frame, no sniffing, no referrer, no copy in a cache.</summary>
internal sealed class HeaderFilter(IOptions<XeroOptions> options) : IEndpointFilter
{
    private readonly string _policy = Policy(options.Value.Endpoints.Authorize);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // Antiforgery asks for both words, and warns about each page where it has to add one.
        headers.CacheControl = "no-cache, no-store";
        return next(context);
    }

    // Browsers apply form-action to where a posted form is redirected as well: Authorize with Xero leaves through a form.
    private static string Policy(Uri authorize)
    {
        var xero = authorize.GetLeftPart(UriPartial.Authority);
        if (authorize.Host.EndsWith(".xero.com", StringComparison.OrdinalIgnoreCase))
        {
            xero = "https://*.xero.com";
        }

        return $"default-src 'none'; style-src 'self'; form-action 'self' {xero}; base-uri 'none'; frame-ancestors 'none'";
    }
}
