using Kompass.Xero;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health checks of the sync with Xero.</summary>
public static class KompassXeroHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds the checks that <see cref="XeroHealthChecks"/> names. None of them calls Xero, and none tells a name or a secret; what is found
    /// stands in a check's data by the configuration's id. May be called twice: later settings come on top, the first call's status and
    /// tags stay.
    /// </summary>
    /// <param name="builder">The host's health checks; <c>AddKompassXero</c> is called on the same services.</param>
    /// <param name="configure">Sets when the checks speak up; null keeps the defaults.</param>
    /// <param name="failureStatus">What a failure is reported as. Default: unhealthy. Warnings are degraded.</param>
    /// <param name="tags">
    /// Tags of the checks, such as one that keeps them out of a readiness probe: another node cannot mend a lost connection. Default: none.
    /// </param>
    public static IHealthChecksBuilder AddKompassXeroHealthChecks(
        this IHealthChecksBuilder builder,
        Action<XeroHealthOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<XeroHealthOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<XeroHealthOptions>, XeroHealthOptionsValidator>());
        if (builder.Services.Any(service => service.ServiceType == typeof(ParkedOrganisations)))
        {
            return builder;
        }

        builder.Services.AddSingleton<ParkedOrganisations>();
        List<string> shared = [.. tags ?? []];
        return builder
            .Add<DatabaseHealthCheck>(XeroHealthChecks.Database, failureStatus, shared)
            .Add<TokensHealthCheck>(XeroHealthChecks.Tokens, failureStatus, shared)
            .Add<ParkedHealthCheck>(XeroHealthChecks.Parked, failureStatus, shared)
            .Add<LagHealthCheck>(XeroHealthChecks.Lag, failureStatus, shared);
    }

    // A check is a singleton, since one of them remembers what it saw.
    private static IHealthChecksBuilder Add<TCheck>(this IHealthChecksBuilder builder, string name, HealthStatus? failureStatus, List<string> tags)
        where TCheck : class, IHealthCheck
    {
        builder.Services.AddSingleton<TCheck>();
        return builder.Add(new(name, services => services.GetRequiredService<TCheck>(), failureStatus, tags));
    }
}
