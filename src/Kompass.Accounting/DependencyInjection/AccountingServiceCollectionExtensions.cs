using System.Diagnostics.Metrics;
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
        services.TryAddSingleton(services => new AccountingTelemetry(
            services.GetRequiredService<ProviderDescriptor>(), services.GetRequiredService<TimeProvider>(), services.GetService<IMeterFactory>()));
        services.TryAddSingleton<SyncTelemetry>();
        services.TryAddSingleton<LedgerCatalogueCache>();
        services.TryAddSingleton<ILedgerLookup>(provider => provider.GetRequiredService<LedgerCatalogueCache>());
        services.AddSync();
        services.AddReconciliation();
        services.AddConfigurations();
        services.AddGoingLive();
        services.AddRegistrationCheck();
        return new AccountingBuilder(provider.Key, services);
    }

    /// <summary>
    /// Adds the implementation of a port where neither the host nor another package has brought one: called by store packages, not by hosts.
    /// </summary>
    public static IServiceCollection TryAddPort<TPort, TImplementation>(this IServiceCollection services)
        where TPort : class
        where TImplementation : class, TPort
    {
        ArgumentNullException.ThrowIfNull(services);
        foreach (var standIn in services.Where(port => port.ServiceType == typeof(TPort) && MissingPort.In(port) is not null).ToList())
        {
            services.Remove(standIn);
        }

        services.TryAddSingleton<TPort, TImplementation>();
        return services;
    }

    private static void AddRegistrationCheck(this IServiceCollection services)
    {
        services.AddMissingPorts();
        if (!services.Any(service => service.ImplementationInstance is RegistrationValidator))
        {
            services.AddSingleton<IValidateOptions<RegistrationOptions>>(new RegistrationValidator(services));
            services.AddOptions<RegistrationOptions>().ValidateOnStart();
        }
    }

    private static void AddSync(this IServiceCollection services)
    {
        services.AddOptions<SyncOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SyncOptions>, SyncOptionsValidator>());
        services.TryAddSingleton<INameMatcher, FuzzyNameMatcher>();
        services.TryAddSingleton<InvoiceSources>();
        services.TryAddSingleton<SourceReader>();
        services.TryAddSingleton<ChangedRecords>();
        services.TryAddSingleton<Stillness>();
        services.TryAddSingleton<SourceProgressStore>();
        services.TryAddSingleton<Observer>();
        services.TryAddSingleton<Planner>();
        services.TryAddSingleton<Settler>();
        services.TryAddSingleton<Leases>();
        services.TryAddSingleton<RunInbox>();
        services.TryAddSingleton<IJournalUpkeep, JournalUpkeep>();
        services.TryAddSingleton<RunGuard>();
        services.TryAddSingleton<BacklogGuard>();
        services.TryAddSingleton<TroubleLetters>();
        services.TryAddSingleton<TroubleWatch>();
        services.TryAddSingleton<SourceFailures>();
        services.TryAddSingleton<OutcomeRecorder>();
        services.TryAddSingleton<BatchSender>();
        services.TryAddSingleton<ContactApplier>();
        services.TryAddSingleton<DocumentApplier>();
        services.TryAddSingleton<Applier>();
        services.TryAddSingleton<DriftReader>();
        services.TryAddSingleton<StillDrift>();
        services.TryAddSingleton<DriftWatch>();
        services.TryAddSingleton<ISyncOrchestrator, SyncOrchestrator>();
        services.TryAddSingleton<SyncTrigger>();
        services.TryAddSingleton<ISyncTrigger>(provider => provider.GetRequiredService<SyncTrigger>());
        services.TryAddSingleton<KompassLookup>();
        services.TryAddSingleton<IRecordRepair, RecordRepair>();
    }
}
