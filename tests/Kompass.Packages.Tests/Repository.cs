namespace Kompass.Packages.Tests;

internal static class Repository
{
    // Everything that a build of src reads.
    private static readonly string[] RootFiles = ["Directory.Build.props", "Directory.Packages.props", "nuget.config", ".editorconfig", "README.md", "LICENSE"];

    public static string Root { get; } = RepositoryRoot.Path;

    public static IReadOnlyList<string> SourceProjects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    /// <summary>Copies what packing needs, so that neither lock files nor outputs of the repository are touched.</summary>
    public static void CopySourcesTo(string destination)
    {
        foreach (var name in RootFiles)
        {
            File.Copy(Path.Combine(Root, name), Path.Combine(destination, name));
        }

        CopyFolder(Path.Combine(Root, "src"), Path.Combine(destination, "src"));
    }

    private static void CopyFolder(string source, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(destination, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(source).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(destination, Path.GetFileName(folder)));
        }
    }
}
