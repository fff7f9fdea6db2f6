using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Turns the failures that people can do something about into a page that says what.</summary>
internal sealed class FailureFilter(ILogger<FailureFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (RemoteLedgerException failure)
        {
            AdminLog.LedgerFailed(log, http.Request.Path, failure);
            return Notice.Show(http, StatusCodes.Status502BadGateway, "Xero could not do this", failure.Message);
        }
        catch (KompassSourceException failure)
        {
            AdminLog.KompassFailed(log, http.Request.Path, failure);
            return Notice.Show(http, StatusCodes.Status502BadGateway, "Kompass could not be read", failure.Message);
        }
        catch (ConfigurationException failure)
        {
            return Notice.Show(http, StatusCodes.Status422UnprocessableEntity, "This cannot be done yet", failure.Message);
        }
        catch (LinkConflictException failure)
        {
            return Notice.Show(http, StatusCodes.Status409Conflict, "Already linked", failure.Message);
        }
        catch (LeaseLostException)
        {
            return Notice.Show(http, StatusCodes.Status409Conflict, "A sync is at work", "A sync has begun meanwhile. Wait until it has ended, then look at what was done, and repeat the rest.");
        }
        catch (StoreConflictException)
        {
            return Notice.Show(http, StatusCodes.Status409Conflict, "Changed meanwhile", "Somebody else changed this meanwhile, so nothing was saved. Open the page again and repeat what you did.");
        }
    }
}
