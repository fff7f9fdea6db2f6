using System.Runtime.CompilerServices;

namespace Kompass.Conformance.Tests;

/// <summary>Where things lie in the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Conformance { get; } = Path.Combine(Root, "tests", "conformance");

    /// <summary>The built EmulatorHost of the configuration and framework that these tests run in.</summary>
    public static string EmulatorHost { get; } = Path.Combine(
        [Root, "samples", "EmulatorHost", "bin", .. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..], "EmulatorHost.dll"]);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
