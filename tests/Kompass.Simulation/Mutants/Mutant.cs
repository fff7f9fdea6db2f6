using Kompass.Accounting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Simulation;

/// <summary>A bug that is put in on purpose, to see that the simulation finds it.</summary>
/// <param name="Name">What a programmer got wrong, in a few words.</param>
internal sealed record Mutant(string Name)
{
    /// <summary>Puts the bug into the services of a process.</summary>
    public Action<IServiceCollection> Apply { get; init; } = _ => { };

    /// <summary>Where the bug shows itself most: changes what a seed draws; null for anywhere. Without the bug nothing goes wrong there.</summary>
    public Func<Swarm, Swarm>? Habitat { get; init; }

    /// <summary>Puts the bug between the client and the network.</summary>
    public Func<HttpMessageHandler, IServiceProvider, HttpMessageHandler> Wire { get; init; } = (network, _) => network;

    public static Mutant OfJournal(string name, Func<ISyncJournal, ISyncJournal> around) => new(name)
    {
        Apply = services => services.Decorate<ISyncJournal>((journal, _) => around(journal)),
    };

    public static Mutant OfDocuments(string name, Func<IDocumentStore, IServiceProvider, IDocumentStore> around) => new(name)
    {
        Apply = services => services.Decorate(around),
    };

    public static Mutant OfContacts(string name, Func<IContactStore, IContactStore> around) => new(name)
    {
        Apply = services => services.Decorate<IContactStore>((store, _) => around(store)),
    };

    public static Mutant OfCredentials(string name, Func<ICredentialStore, ICredentialStore> around) => new(name)
    {
        Apply = services => services.Decorate<ICredentialStore>((store, _) => around(store)),
    };

    public static Mutant OfSync(string name, Action<SyncOptions> configure) => new(name) { Apply = services => services.Configure(configure) };

    public static Mutant OfKeys(string name, Func<IDataProtectionProvider, IDataProtectionProvider> around) => new(name)
    {
        Apply = services => services.Decorate<IDataProtectionProvider>((keys, _) => around(keys)),
    };

    public override string ToString() => Name;
}
