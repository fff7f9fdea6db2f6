using Kompass.Accounting;
using Kompass.Xero;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the sync with Xero.</summary>
public static class KompassXeroServiceCollectionExtensions
{
    /// <summary>
    /// Adds everything that connects Kompass to Xero but the store and the host's own ports. Options are validated when the host
    /// starts. May be called twice: later settings come on top. Each service is added only where none stands yet.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets at least <see cref="XeroOptions.ClientId"/>, <see cref="XeroOptions.ClientSecret"/> and <see cref="XeroOptions.RedirectUri"/>.</param>
    public static IKompassXeroBuilder AddKompassXero(this IServiceCollection services, Action<XeroOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        var accounting = services.AddAccounting(new ProviderDescriptor("xero", "Xero") { TelemetryName = XeroTelemetry.Name });
        services.AddLogging();
        services.AddOptions<XeroOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<XeroOptions>, XeroOptionsValidator>());

        // Handlers of an HTTP client add up, so they are added once.
        if (!services.Any(d => d.ServiceType == typeof(XeroPolicySet)))
        {
            services.AddXeroHttp();
        }

        services.TryAddSingleton<TokenAges>();
        services.TryAddSingleton<XeroTelemetry>();
        services.TryAddSingleton<XeroIdentity>();
        services.TryAddSingleton<XeroTokens>();
        services.TryAddSingleton<XeroConnections>();
        services.TryAddSingleton<ConnectionKeeper>();
        services.TryAddSingleton<XeroTenants>();
        services.TryAddSingleton<XeroTransport>();
        services.TryAddSingleton<XeroApi>();
        services.TryAddSingleton<ILedgerConnector, XeroConnector>();
        services.TryAddSingleton<IConnectionCare, XeroConnectionCare>();
        services.TryAddSingleton<IContactStore, XeroContactStore>();
        services.TryAddSingleton<IContactActivity, XeroContactActivity>();
        services.TryAddSingleton<IDocumentStore, XeroDocumentStore>();
        services.TryAddSingleton<ILedgerCatalogue, XeroLedgerCatalogue>();
        services.TryAddSingleton<IXeroAccess, XeroAccessService>();
        return new KompassXeroBuilder(accounting.Name, services);
    }
}
