namespace Kompass.Conformance.Tests;

/// <summary>Node with the packages of tests/conformance. Absent, the checks are skipped; under CI=true that is a failure.</summary>
internal static class Node
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    public static void Require()
    {
        var isMissing = Missing.Value is not null;
        Assert.False(isMissing && UnderCi.IsSet, Missing.Value);
        Skip.If(isMissing, Missing.Value);
    }

    private static string? FindMissing()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe"))))
        {
            return "Node is not installed: install Node 20 or later, then run 'npm --prefix tests/conformance ci'.";
        }

        return Directory.Exists(Path.Combine(Repository.Conformance, "node_modules"))
            ? null
            : "The packages of tests/conformance are not installed: run 'npm --prefix tests/conformance ci'.";
    }
}
