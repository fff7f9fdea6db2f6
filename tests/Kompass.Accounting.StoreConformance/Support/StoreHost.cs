using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.StoreConformance;

/// <summary>One process over a database: a container of its own.</summary>
public sealed class StoreHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public StoreHost(StoreClock clock, string keyRing, Action<IAccountingBuilder> use)
    {
        Clock = clock;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ILoggerProvider>(Logs);
        services.AddDataProtection().PersistKeysToFileSystem(new(keyRing)).SetApplicationName("conformance");
        use(new Builder(services));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public StoreClock Clock { get; }

    public LogList Logs { get; } = new();

    public IServiceProvider Services => _services;

    public IMappingStore Mappings => _services.GetRequiredService<IMappingStore>();

    public ISyncJournal Journal => _services.GetRequiredService<ISyncJournal>();

    public IAuditTrail Audit => _services.GetRequiredService<IAuditTrail>();

    public IContactMirror Mirror => _services.GetRequiredService<IContactMirror>();

    public ILinkIndex LinkIndex => _services.GetRequiredService<ILinkIndex>();

    public IRemoteChangeInbox Inbox => _services.GetRequiredService<IRemoteChangeInbox>();

    public IConfigurationStore Configurations => _services.GetRequiredService<IConfigurationStore>();

    public ICredentialStore Credentials => _services.GetRequiredService<ICredentialStore>();

    public IReconciliationStore Reconciliations => _services.GetRequiredService<IReconciliationStore>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed record Builder(IServiceCollection Services) : IAccountingBuilder
    {
        public string Name => "test";
    }
}
