using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore;

/// <summary>A thousand mapped codes or ticked records are more fields than ASP.NET Core takes by default.</summary>
internal static class LargeForms
{
    /// <summary>The most fields of one form, unless the host allows more.</summary>
    private const int MostFields = 50_000;

    public static void Allow(RouteGroupBuilder group, IServiceProvider services)
    {
        var host = services.GetRequiredService<IOptions<FormOptions>>().Value;
        group.WithFormOptions(valueCountLimit: Math.Max(MostFields, host.ValueCountLimit));
    }

    /// <summary>Reads the form before anybody else does; false when it is larger than it may be.</summary>
    public static async Task<bool> TryReadAsync(HttpContext http)
    {
        try
        {
            if (http.Request.HasFormContentType)
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
