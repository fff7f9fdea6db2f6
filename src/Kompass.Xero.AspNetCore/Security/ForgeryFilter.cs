using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// A request that changes something has to come from a page of this site and carry its antiforgery token. Checked here and not left to
/// the host's middleware, so that forgetting it opens nothing.
/// </summary>
internal sealed class ForgeryFilter(IAntiforgery antiforgery, ILogger<ForgeryFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }

        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            AdminLog.CrossSiteRefused(log, http.Request.Path, site);
            return Notice.Show(http, StatusCodes.Status403Forbidden, "Not from here", "This request came from another site, so nothing was changed. Open the page here and try again.");
        }

        if (!await LargeForms.TryReadAsync(http))
        {
            return Notice.Show(http, StatusCodes.Status413PayloadTooLarge, "Too much at once", "What was sent is larger than a form may be, so nothing was changed. Send a smaller file, or fewer rows at once.");
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            AdminLog.TokenRefused(log, http.Request.Path);
            return Notice.Show(http, StatusCodes.Status400BadRequest, "The page was too old", "The page that you sent was opened too long ago or under another sign-in, so nothing was changed. Open it again and repeat what you did.");
        }

        return await next(context);
    }
}
