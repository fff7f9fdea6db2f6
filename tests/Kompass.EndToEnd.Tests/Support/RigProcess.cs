using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.EndToEnd.Tests;

/// <summary>One process of the host: everything that is lost when it dies.</summary>
internal sealed class RigProcess : IDisposable
{
    private readonly ServiceProvider _services;

    public RigProcess(Rig rig, string database, FakeTimeProvider clock, XeroEmulator emulator, IDataProtectionProvider keys, IEntropy entropy, Action<SyncOptions> sync)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(entropy);
        services.AddSingleton<IClientSource>(rig.Clients);
        services.AddSingleton<IInvoiceSource>(rig.Invoices);
        services.AddSingleton<IKompassCatalogue>(rig.Codes);
        services.AddSingleton<ISyncStatusSink>(rig.Statuses);
        services.AddSingleton<INotifier>(rig.Letters);
        services.AddKompassXero(_ => { }).UseEmulator(emulator).UseSqlite(database);
        services.Replace(ServiceDescriptor.Singleton(keys));
        services.Configure(sync);

        var journal = services.Last(service => service.ServiceType == typeof(ISyncJournal));
        services.AddSingleton(journal.ImplementationType!);
        services.Replace(ServiceDescriptor.Singleton<ISyncJournal>(provider =>
            new MortalJournal((ISyncJournal)provider.GetRequiredService(journal.ImplementationType!))));
        Count<IMappingStore>(services);
        Count<IContactMirror>(services);
        var credentials = services.Last(service => service.ServiceType == typeof(ICredentialStore));
        services.AddSingleton(credentials.ImplementationType!);
        services.Replace(ServiceDescriptor.Singleton<ICredentialStore>(provider =>
            new MortalCredentials((ICredentialStore)provider.GetRequiredService(credentials.ImplementationType!))));
        services.AddHealthChecks().AddKompassXeroHealthChecks(options => options.KeepFor = TimeSpan.Zero);
        var configurations = services.Last(service => service.ServiceType == typeof(IConfigurationStore));
        services.AddSingleton(configurations.ImplementationType!);
        services.Replace(ServiceDescriptor.Singleton<IConfigurationStore>(provider =>
            new MortalConfigurations((IConfigurationStore)provider.GetRequiredService(configurations.ImplementationType!))));
        _services = services.BuildServiceProvider();
    }

    public MortalJournal Journal => (MortalJournal)Get<ISyncJournal>();

    public MortalConfigurations Database => (MortalConfigurations)Get<IConfigurationStore>();

    public MortalCredentials Credentials => (MortalCredentials)Get<ICredentialStore>();

    /// <summary>How often each method of the port was called.</summary>
    public IReadOnlyDictionary<string, int> MappingCalls => Counted<IMappingStore>.CallsOf(Get<IMappingStore>());

    /// <summary>How often each method of the port was called.</summary>
    public IReadOnlyDictionary<string, int> MirrorCalls => Counted<IContactMirror>.CallsOf(Get<IContactMirror>());

    public void ForgetCalls()
    {
        Counted<IMappingStore>.Forget(Get<IMappingStore>());
        Counted<IContactMirror>.Forget(Get<IContactMirror>());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();

    private static void Count<TPort>(ServiceCollection services)
        where TPort : class
    {
        var standing = services.Last(service => service.ServiceType == typeof(TPort)).ImplementationType!;
        services.AddSingleton(standing);
        services.Replace(ServiceDescriptor.Singleton(provider => Counted<TPort>.Of((TPort)provider.GetRequiredService(standing))));
    }
}
