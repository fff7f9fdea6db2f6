using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Xero refuses an answer with a cookie. What the host runs before its routing may still set one, at the last moment: what was asked for
/// first is done last, so this comes before all of the host's.
/// </summary>
internal sealed class WebhookCookieFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Use(static (http, pipeline) =>
        {
            if (HttpMethods.IsPost(http.Request.Method))
            {
                http.Response.OnStarting(
                    static state =>
                    {
                        Strip((HttpContext)state);
                        return Task.CompletedTask;
                    },
                    http);
            }

            return pipeline(http);
        });
        next(application);
    };

    private static void Strip(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<WebhookEndpoint>() is not null)
        {
            http.Response.Headers.Remove("Set-Cookie");
        }
    }
}
