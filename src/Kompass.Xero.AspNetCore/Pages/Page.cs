using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore;

/// <summary>Renders a component as the whole answer.</summary>
internal static class Page
{
    public static RazorComponentResult Of<TPage>(HttpContext http, object? model = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var services = http.RequestServices;
        var token = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        services.GetRequiredService<PageState>().Fill(
            services.GetRequiredService<AdminUsers>().Of(http).Name,
            services.GetRequiredService<FlashCookie>().Take(http),
            token,
            model);

        // Antiforgery says less than the filter did: nothing of these pages is to be stored, and none is to be framed.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XFrameOptions = "DENY";
        return new(typeof(TPage)) { StatusCode = status, PreventStreamingRendering = true };
    }
}
