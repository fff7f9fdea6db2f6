using Kompass.Accounting;
using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kompass.Simulation;

/// <summary>One process of the host: the real engine, client and store over the simulated world.</summary>
internal sealed class SimProcess : IDisposable
{
    private readonly ServiceProvider _services;

    public SimProcess(SimWorld world, SimNode node, Mutant? mutant)
    {
        Node = node;
        var clock = new SimClock(world.Scheduler, node);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IEntropy>(new SimEntropy(world.Scheduler.Random.Next()));
        services.AddSingleton<IClientSource>(world.Clients);
        services.AddSingleton<IInvoiceSource>(world.Invoices);
        services.AddSingleton<IKompassCatalogue>(new KompassCodes());
        services.AddSingleton<ILoggerProvider>(world.Secrets);
        services.AddSingleton(world);
        services.AddKompassXero(_ => { }).UseEmulator(world.Xero)
            .UsePrimaryHandler(provider => Wire(mutant, provider, new SimNetwork(world.Xero.CreateHandler(), node, world, clock)))
            .UseSqlite(world.Database.ConnectionString);
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(world.Keys));
        var database = services.Last(service => service.ServiceType == typeof(StoreDatabase)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton<StoreDatabase>(provider =>
            new SimDatabase((StoreDatabase)database(provider), node, world.Scheduler, world.Gate)));
        services.Decorate<ISyncJournal>((journal, _) => new WatchedJournal(journal, world.Epochs));
        services.Decorate<ICredentialStore>((credentials, _) => new WatchedCredentials(credentials, world.Refreshes));
        mutant?.Apply(services);
        _services = services.BuildServiceProvider();
        node.AtDeath(() => world.Gate.Forget(node));
    }

    public SimNode Node { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static HttpMessageHandler Wire(Mutant? mutant, IServiceProvider services, HttpMessageHandler network) => mutant?.Wire(network, services) ?? network;

    public void Dispose() => _services.Dispose();
}
