namespace Kompass.Conformance.Tests;

/// <summary>Where things lie in the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Path;

    public static string Conformance { get; } = Path.Combine(Root, "tests", "conformance");

    /// <summary>The built EmulatorHost of the configuration and framework that these tests run in.</summary>
    public static string EmulatorHost { get; } = Path.Combine(
        [Root, "samples", "EmulatorHost", "bin", .. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..], "EmulatorHost.dll"]);
}
