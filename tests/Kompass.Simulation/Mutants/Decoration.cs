using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Simulation;

internal static class Decoration
{
    /// <summary>Puts something in front of what stands behind a port. The last registration counts.</summary>
    public static void Decorate<TPort>(this IServiceCollection services, Func<TPort, IServiceProvider, TPort> around)
        where TPort : class
    {
        var standing = services.Last(service => service.ServiceType == typeof(TPort));
        services.Remove(standing);
        services.AddSingleton(provider => around((TPort)Create(standing, provider), provider));
    }

    private static object Create(ServiceDescriptor standing, IServiceProvider provider) =>
        standing.ImplementationInstance
        ?? standing.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, standing.ImplementationType!);
}
