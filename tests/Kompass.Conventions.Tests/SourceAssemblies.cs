using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kompass.Conventions.Tests;

/// <summary>The assemblies built from src.</summary>
internal static class SourceAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } = [.. Repository.SourceProjects.Select(project => Load(project.Name))];

    public static IReadOnlyList<Assembly> Neutral { get; } =
        [.. All.Where(assembly => assembly.GetName().Name!.StartsWith("Kompass.Accounting", StringComparison.Ordinal))];

    /// <summary>Types that people wrote, not the compiler.</summary>
    public static IEnumerable<Type> Types { get; } =
        [.. All.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type))];

    public static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    public static IEnumerable<string> Friends(Assembly assembly) =>
        assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(attribute => attribute.AssemblyName.Split(',')[0]);

    private static bool IsGenerated(Type type) =>
        type.FullName!.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.Namespace is "System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis" or "System.Text.RegularExpressions.Generated";
}
