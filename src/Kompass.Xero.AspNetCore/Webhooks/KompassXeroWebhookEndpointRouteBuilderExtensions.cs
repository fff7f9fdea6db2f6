using Kompass.Xero.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the webhooks.</summary>
public static class KompassXeroWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the webhooks of Xero at a path of their own, such as where the pages are not to be reached from outside, or are not mapped at all.
    /// Anonymous: each payload has to carry a right signature. Nothing of the host's runs behind the routing for it, and the answer has
    /// neither a body nor a cookie.
    /// </summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="pattern">The path, such as <c>/webhooks/xero</c>.</param>
    /// <returns>A builder for further conventions on this endpoint.</returns>
    /// <exception cref="InvalidOperationException">KX6022: <c>AddWebhooks()</c> was not called.</exception>
    /// <exception cref="OptionsValidationException">KX6020, KX6021: there is no signing key, or one cannot be right.</exception>
    public static IEndpointConventionBuilder MapKompassXeroWebhooks(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        if (endpoints.ServiceProvider.GetService<WebhookSignatures>() is null)
        {
            throw new InvalidOperationException(
                "KX6022 Webhooks are mapped but not added, so there is no key to check them with. "
                + "Call .AddWebhooks(o => o.SigningKeys.Add(\"...\")) on the builder of AddKompassXero().");
        }

        return WebhookEndpoint.Map(endpoints, pattern);
    }
}
