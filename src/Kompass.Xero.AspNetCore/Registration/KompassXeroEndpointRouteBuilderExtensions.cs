using Kompass.Xero.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the administration pages.</summary>
public static class KompassXeroEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the administration pages, the OAuth callback and the report downloads below a path. Every one of them asks for
    /// <see cref="AdminOptions.AuthorizationPolicy"/>. The callback stands at <c>{prefix}/callback</c>, which the path of
    /// <see cref="Kompass.Xero.XeroOptions.RedirectUri"/> has to end with. The host's sign-in cookie must be
    /// <c>SameSite=Lax</c>: with <c>Strict</c> the browser would come back from Xero signed out. Where <c>AddWebhooks()</c> was called,
    /// the webhooks are mapped at <c>{prefix}/webhook</c>, the one endpoint without the policy: <c>MapKompassXeroWebhooks()</c>.
    /// </summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="prefix">The path, such as <c>/admin/xero</c>.</param>
    /// <returns>A builder for further conventions on all of these endpoints, such as a rate limit.</returns>
    /// <exception cref="InvalidOperationException">
    /// KX6001: there is no policy. KX6002: the policy is not registered. KX6003: the redirect URI leads elsewhere.
    /// </exception>
    public static IEndpointConventionBuilder MapKompassXero(this IEndpointRouteBuilder endpoints, string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        var policy = MappingChecks.RequirePolicy(endpoints.ServiceProvider);
        MappingChecks.RequireCallback(endpoints.ServiceProvider, prefix);

        var group = endpoints.MapGroup(prefix.TrimEnd('/'));
        group.RequireAuthorization(policy);
        LargeForms.Allow(group, endpoints.ServiceProvider);
        group.AddEndpointFilter<HeaderFilter>();
        group.AddEndpointFilter<ForgeryFilter>();
        group.AddEndpointFilter<FailureFilter>();
        AdminEndpoints.Map(group);
        if (endpoints.ServiceProvider.GetService<WebhookSignatures>() is not null)
        {
            // Not in the group: its conventions, such as the policy, are those of the pages.
            endpoints.MapKompassXeroWebhooks(prefix.TrimEnd('/') + AdminPaths.Webhook);
        }

        return group;
    }
}
