using System.Text.RegularExpressions;

namespace Kompass.Conventions.Tests;

/// <summary>What no committed file may hold.</summary>
/// <remarks>The patterns are put together from parts, so that this file does not find itself.</remarks>
public sealed class HygieneTests
{
    private static readonly string[] RegistryHosts =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com", "deb." + "debian", "archive." + "ubuntu", "pypi" + ".org",
        "pkgs." + "dev.azure", "nuget.pkg." + "github", "packages." + "microsoft",
    ];

    private static readonly string[] MachineFolders = ["work", "root", "tmp", "home"];

    private static readonly string[] WorkplaceWords =
        ["work" + "tree", "founding" + " engineer", "brief" + ".md", "sub" + "agent", "cod" + "ing agent", "language" + " model", "co-" + "authored-by", "issues" + " show"];

    [Fact]
    public void No_file_names_a_package_registry() =>
        Findings.None(
            Hits(string.Join('|', RegistryHosts.Select(Regex.Escape))),
            "Packages are named, and come from the sources that the machine has configured.");

    [Fact]
    public void Npm_locks_hold_no_addresses_of_packages() =>
        Findings.None(
            Repository.Files.Where(file => file.Name == "package-lock.json")
                .SelectMany(file => file.Lines.Where(line => line.Line.Contains("\"resolved\": \"http", StringComparison.Ordinal)).Select(line => $"{file}:{line.Number}")),
            "Lock files name packages and hashes, never addresses.");

    [Fact]
    public void No_file_names_a_path_of_one_machine() =>
        Findings.None(
            Hits($@"(?<![\w.$}}{{*)\]~-])/(?:{string.Join('|', MachineFolders)})/"),
            "A path is relative to the repository, or asked of the system (Path.GetTempPath, mktemp).");

    [Fact]
    public void No_file_speaks_of_how_it_was_made() =>
        Findings.None(Hits(string.Join('|', WorkplaceWords.Select(Regex.Escape))), "The repository speaks of the product.");

    [Fact]
    public void Text_files_end_with_one_line_feed_and_hold_no_carriage_return() =>
        Findings.None(
            Repository.Files
                .Where(file => Path.GetExtension(file.Path) is ".cs" or ".csproj" or ".props" or ".md" or ".razor" or ".sql" or ".sh" or ".config")
                .Where(file => file.Text.Contains('\r', StringComparison.Ordinal) || !file.Text.EndsWith('\n') || file.Text.EndsWith("\n\n", StringComparison.Ordinal))
                .Select(file => file.Path),
            "A text file has line feeds only, and ends with exactly one.");

    private static IEnumerable<string> Hits(string pattern)
    {
        var expression = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return Repository.Files
            .Where(file => expression.IsMatch(file.Text))
            .SelectMany(file => file.Lines.Where(line => expression.IsMatch(line.Line)).Select(line => $"{file}:{line.Number}: {Shorten(line.Line.Trim())}"));
    }

    private static string Shorten(string text) => text.Length > 160 ? text[..160] : text;
}
