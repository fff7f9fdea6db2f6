using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the reconciliation and sync engine: called by an adapter's own registration, not by hosts.</summary>
public static class AccountingServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine for one ledger. May be called twice. Every service is added only where none stands yet,
    /// so that each seam can be replaced before or after.
    /// </summary>
    public static IAccountingBuilder AddAccounting(this IServiceCollection services, ProviderDescriptor provider)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(provider);

        services.TryAddSingleton(provider);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEntropy, SystemEntropy>();
        services.TryAddSingleton<LedgerCatalogueCache>();
        services.AddReconciliation();
        services.AddConfigurations();
        return new AccountingBuilder(provider.Key, services);
    }
}
