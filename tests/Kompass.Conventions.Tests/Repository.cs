using System.Text.RegularExpressions;

namespace Kompass.Conventions.Tests;

/// <summary>The repository as it lies on disk, without what .gitignore leaves out.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Path;

    public static IReadOnlyList<RepositoryFile> Files { get; } = [.. Walk(Root)];

    public static IReadOnlyList<ProjectFile> SourceProjects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ProjectFile.Read)];

    public static IEnumerable<RepositoryFile> Under(string folder, params string[] extensions) =>
        Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)
            && (extensions.Length == 0 || extensions.Contains(Path.GetExtension(file.Path))));

    private static IEnumerable<RepositoryFile> Walk(string root)
    {
        var ignored = IgnoreRules(Path.Combine(root, ".gitignore"));
        var waiting = new Stack<string>([string.Empty]);
        while (waiting.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry is DirectoryInfo && entry.Name != ".git" && !ignored.IsMatch($"/{path}/"))
                {
                    waiting.Push(path);
                }
                else if (entry is FileInfo && entry.Name != ".git" && !ignored.IsMatch($"/{path}"))
                {
                    yield return new RepositoryFile(path, entry.FullName);
                }
            }
        }
    }

    private static Regex IgnoreRules(string file)
    {
        var rules = File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
            .Select(rule => (rule[0] == '/' ? "^/" : "/") + Regex.Escape(rule.TrimStart('/')).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$");
        return new Regex(string.Join('|', rules), RegexOptions.CultureInvariant);
    }
}
