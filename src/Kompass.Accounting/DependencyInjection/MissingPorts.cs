using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Accounting;

/// <summary>The ports without which nothing runs: each has a stand-in until the host registers it.</summary>
internal static class MissingPorts
{
    public const string Store = "KA1101 No store is registered. Call UseSqlite(...) or UsePostgreSql(...) on the builder.";
    public const string ClientSource = "KA1102 No IClientSource is registered. Call AddClientSource<T>() on the builder with the class that reads Kompass's clients.";
    public const string Catalogue = "KA1103 No IKompassCatalogue is registered. Call AddCatalogue<T>() on the builder with the class that reads Kompass's codes.";

    public static void AddMissingPorts(this IServiceCollection services)
    {
        services.StandIn<IConfigurationStore>(Store);
        services.StandIn<IMappingStore>(Store);
        services.StandIn<ISyncJournal>(Store);
        services.StandIn<IAuditTrail>(Store);
        services.StandIn<IContactMirror>(Store);
        services.StandIn<IRemoteChangeInbox>(Store);
        services.StandIn<ICredentialStore>(Store);
        services.StandIn<IReconciliationStore>(Store);
        services.StandIn<IClientSource>(ClientSource);
        services.StandIn<IKompassCatalogue>(Catalogue);
    }

    /// <summary>What the host still lacks, each problem once; a port counts as its last registration does.</summary>
    public static IReadOnlyList<string> Find(IServiceCollection services) =>
    [
        .. services
            .Where(descriptor => !descriptor.IsKeyedService)
            .GroupBy(descriptor => descriptor.ServiceType)
            .Select(port => MissingPort.In(port.Last())?.Problem)
            .OfType<string>()
            .Distinct(),
    ];

    private static void StandIn<TPort>(this IServiceCollection services, string problem)
        where TPort : class => services.TryAddSingleton<TPort>(new MissingPort(problem).Throw<TPort>);
}
