using Kompass.Accounting;
using Kompass.Accounting.Matching;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
        services.TryAddSingleton<ILedgerLookup>(provider => provider.GetRequiredService<LedgerCatalogueCache>());
        services.AddSync();
        services.AddReconciliation();
        services.AddConfigurations();
        return new AccountingBuilder(provider.Key, services);
    }

    private static void AddSync(this IServiceCollection services)
    {
        services.AddOptions<SyncOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SyncOptions>, SyncOptionsValidator>());
        services.TryAddSingleton<INameMatcher, FuzzyNameMatcher>();
        services.TryAddSingleton<Observer>();
        services.TryAddSingleton<Planner>();
        services.TryAddSingleton<Settler>();
        services.TryAddSingleton<RunGuard>();
        services.TryAddSingleton<OutcomeRecorder>();
        services.TryAddSingleton<BatchSender>();
        services.TryAddSingleton<ContactApplier>();
        services.TryAddSingleton<DocumentApplier>();
        services.TryAddSingleton<Applier>();
        services.TryAddSingleton<ISyncOrchestrator, SyncOrchestrator>();
    }
}
