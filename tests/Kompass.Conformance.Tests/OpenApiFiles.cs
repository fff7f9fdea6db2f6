namespace Kompass.Conformance.Tests;

/// <summary>Xero's published OpenAPI files, which are not part of the repository.</summary>
internal static class OpenApiFiles
{
    private const string Variable = "KOMPASS_XERO_OPENAPI";

    /// <summary>The folder named by the environment variable, or the one beside the repository.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "reference", "openapi"));

    public static void Require() => Skip.IfNot(
        File.Exists(Path.Combine(Folder, "xero_accounting.yaml")) && File.Exists(Path.Combine(Folder, "xero-identity.yaml")),
        $"The reference folder with Xero's OpenAPI files is absent: name it in {Variable}.");
}
