using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Calls of every endpoint of the route table that the policy protects; <see cref="EndpointProtectionTests"/> says which one it does not.</summary>
internal static class Routes
{
    public static IReadOnlyList<string> Of(AdminSite site, string method, Func<string, string> id) =>
    [
        .. from endpoint in site.Endpoints
           let pattern = endpoint.RoutePattern.RawText!
           where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method)
           select pattern.Replace("{id:guid}", id(pattern), StringComparison.Ordinal).Replace("{ticket}", "ticket", StringComparison.Ordinal),
    ];
}
