using System.Xml.Linq;

namespace Kompass.Conventions.Tests;

/// <summary>Every version stands once, and no place on the network is named.</summary>
public sealed class PackageVersionTests
{
    private static readonly string[] ProjectExtensions = [".csproj", ".props", ".targets", ".proj"];

    [Fact]
    public void Central_list_names_each_package_once()
    {
        var names = Versions().Select(version => version.Attribute("Include")!.Value);
        Findings.None(
            names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key),
            "A package stands once in Directory.Packages.props.");
    }

    [Fact]
    public void Central_list_names_exact_versions() =>
        Findings.None(
            Versions().Where(version => version.Attribute("Version")?.Value.IndexOfAny(['*', '[', '(', ',']) != -1).Select(version => version.ToString()),
            "A version is one version, neither floating nor a range.");

    [Fact]
    public void Versions_stand_nowhere_else()
    {
        var findings =
            from file in Repository.Files
            where ProjectExtensions.Contains(Path.GetExtension(file.Path))
            let central = file.Path == "Directory.Packages.props"
            from element in XDocument.Parse(file.Text).Descendants()
            where (element.Name.LocalName == "PackageVersion" && !central)
                || element.Name.LocalName is "GlobalPackageReference"
                || element.Attribute("VersionOverride") is not null
                || (element.Name.LocalName == "PackageReference"
                    && (element.Attribute("Version") is not null || element.Elements().Any(child => child.Name.LocalName is "Version" or "VersionOverride")))
            select $"{file.Path}: {element}";
        Findings.None(findings, "The version of a package stands in Directory.Packages.props and nowhere else.");
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var paths = Repository.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        Findings.None(
            Repository.Under(string.Empty, ".csproj").Select(file => $"{Path.GetDirectoryName(file.Path)}/packages.lock.json").Where(path => !paths.Contains(path)),
            "A project commits its packages.lock.json.");
    }

    [Fact]
    public void Nuget_config_names_no_source()
    {
        var settings = XDocument.Load(Path.Combine(Repository.Root, "nuget.config"));
        Assert.DoesNotContain(
            settings.Descendants(),
            element => element.Name.LocalName is "packageSources" or "packageSourceMapping" or "packageSourceCredentials" or "disabledPackageSources");
        Assert.DoesNotContain(settings.Descendants().Attributes(), attribute => attribute.Value.Contains("://", StringComparison.Ordinal));
    }

    private static IEnumerable<XElement> Versions() =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion");
}
