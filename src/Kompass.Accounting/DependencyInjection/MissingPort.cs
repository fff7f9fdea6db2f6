using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting;

/// <summary>Stands where a port has no implementation yet, so that whoever asks for it is told the remedy and not the container's riddle.</summary>
internal sealed class MissingPort(string problem)
{
    /// <summary>What is missing and what to call.</summary>
    public string Problem { get; } = problem;

    /// <summary>The stand-in that a registration is; null when it is an implementation.</summary>
    public static MissingPort? In(ServiceDescriptor descriptor) =>
        descriptor.IsKeyedService ? null : descriptor.ImplementationFactory?.Target as MissingPort;

    /// <summary>The factory of the stand-in.</summary>
    public TPort Throw<TPort>(IServiceProvider services)
        where TPort : class => throw new InvalidOperationException(Problem);
}
