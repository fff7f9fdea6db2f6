using Kompass.Accounting;
using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the stores: called by a database package, not by hosts.</summary>
public static class AccountingStoreServiceCollectionExtensions
{
    /// <summary>
    /// Adds the stores behind every port that keeps something. Each is added only where none stands yet. The caller registers
    /// a <see cref="StoreDatabase"/>.
    /// </summary>
    public static IServiceCollection AddAccountingStores(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SchemaInitializer>();
        services.TryAddSingleton<IDbContextFactory<AccountingDbContext>, StoreContextFactory>();
        services.TryAddSingleton<StoreAccess>();
        services.TryAddSingleton<CredentialProtector>();
        services.TryAddPort<IMappingStore, MappingStore>();
        services.TryAddPort<ILinkIndex, LinkIndex>();
        services.TryAddPort<ISyncJournal, SyncJournal>();
        services.TryAddPort<IAuditTrail, AuditTrail>();
        services.TryAddPort<IContactMirror, ContactMirror>();
        services.TryAddPort<IRemoteChangeInbox, RemoteChangeInbox>();
        services.TryAddPort<IConfigurationStore, ConfigurationStore>();
        services.TryAddPort<ICredentialStore, CredentialStore>();
        services.TryAddPort<IReconciliationStore, ReconciliationStore>();
        return services;
    }
}
