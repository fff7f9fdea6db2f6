namespace Kompass.Xero.AspNetCore;

/// <summary>Sends the browser elsewhere. ASP.NET Core's own redirects write the whole address into the log, and this one carries a secret.</summary>
internal sealed class QuietRedirect(Uri address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Redirect(address.AbsoluteUri);
        return Task.CompletedTask;
    }
}
