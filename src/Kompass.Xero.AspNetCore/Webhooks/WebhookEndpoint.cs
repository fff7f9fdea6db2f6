using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// The one endpoint without a policy: the signature stands in its place. It answers right where it is routed, so that no session, sign-in,
/// antiforgery or error page of the host comes near it, and what a group of the host asks for does not hold for it.
/// </summary>
internal sealed class WebhookEndpoint
{
    private WebhookEndpoint()
    {
    }

    /// <summary>Marks the endpoint in the route table.</summary>
    public static WebhookEndpoint Mark { get; } = new();

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern)
    {
        var endpoint = endpoints.MapMethods(
            pattern, [HttpMethods.Post], http => http.RequestServices.GetRequiredService<WebhookHandler>().HandleAsync(http));
        endpoint.WithDisplayName("Webhooks of Xero").WithMetadata(Mark);
        endpoint.AllowAnonymous().DisableAntiforgery().ShortCircuit();
        endpoint.Finally(built =>
        {
            foreach (var demand in built.Metadata.Where(IsDemand).ToList())
            {
                built.Metadata.Remove(demand);
            }
        });
        return endpoint;
    }

    private static bool IsDemand(object metadata) =>
        metadata is IAuthorizeData or AuthorizationPolicy or ICorsMetadata or IAntiforgeryMetadata { RequiresValidation: true };
}
