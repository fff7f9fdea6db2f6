using System.Xml.Linq;

namespace Kompass.Conventions.Tests;

/// <summary>Who may see whom: the architecture's edges, and no others.</summary>
public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
    {
        ["Kompass.Accounting.Abstractions"] = [],
        ["Kompass.Accounting.Matching"] = [],
        ["Kompass.Accounting"] = ["Kompass.Accounting.Abstractions", "Kompass.Accounting.Matching"],
        ["Kompass.Accounting.Mail"] = ["Kompass.Accounting"],
        ["Kompass.Accounting.EntityFrameworkCore"] = ["Kompass.Accounting"],
        ["Kompass.Accounting.Sqlite"] = ["Kompass.Accounting.EntityFrameworkCore"],
        ["Kompass.Accounting.PostgreSql"] = ["Kompass.Accounting.EntityFrameworkCore"],
        ["Kompass.Xero"] = ["Kompass.Accounting"],
        ["Kompass.Xero.AspNetCore"] = ["Kompass.Xero"],
        ["Kompass.Xero.Emulator"] = ["Kompass.Xero"],
    };

    // Prefixes of packages that would bring HTTP, EF Core or a web server into the engine.
    private static readonly string[] NotForTheEngine =
        ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions.Http", "Npgsql", "Polly", "Duende", "MailKit"];

    [Fact]
    public void Projects_in_src_are_those_of_the_architecture() =>
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), Repository.SourceProjects.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void References_between_projects_are_exactly_those_of_the_architecture() =>
        Assert.Equal(
            Expected.OrderBy(edge => edge.Key, StringComparer.Ordinal).Select(edge => Edges(edge.Key, edge.Value)),
            Repository.SourceProjects.OrderBy(project => project.Name, StringComparer.Ordinal).Select(project => Edges(project.Name, project.Projects)));

    [Fact]
    public void Abstractions_depend_on_no_package() => Assert.Empty(Project("Kompass.Accounting.Abstractions").Packages);

    [Fact]
    public void Build_props_of_src_add_build_time_packages_only()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "src", "Directory.Build.props"));
        Assert.All(props.Descendants("PackageReference"), reference => Assert.Equal("all", reference.Attribute("PrivateAssets")?.Value));
    }

    [Theory]
    [InlineData("Kompass.Accounting.Abstractions")]
    [InlineData("Kompass.Accounting.Matching")]
    [InlineData("Kompass.Accounting")]
    public void Engine_sees_neither_http_nor_databases(string name)
    {
        var project = Project(name);
        Assert.DoesNotContain(project.Packages, package => NotForTheEngine.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.Empty(project.Xml.Descendants("FrameworkReference"));
        Assert.DoesNotContain(
            SourceAssemblies.Load(name).GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("System.Net.Http", StringComparison.Ordinal)
                || NotForTheEngine.Any(prefix => reference.Name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Accounting_assemblies_never_reference_an_adapter() =>
        Assert.All(
            SourceAssemblies.Neutral,
            assembly => Assert.DoesNotContain(
                assembly.GetReferencedAssemblies(),
                reference => reference.Name!.StartsWith("Kompass.Xero", StringComparison.Ordinal)));

    [Fact]
    public void Solution_holds_every_project_of_the_repository()
    {
        var solution = Repository.Files.Single(file => file.Path == "Kompass.Xero.sln").Text.Replace('\\', '/');
        Assert.DoesNotContain(Repository.Under(string.Empty, ".csproj"), project => !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Internals_are_visible_to_the_tests_of_the_same_project_only() =>
        Assert.All(
            SourceAssemblies.All,
            assembly => Assert.Equal(
                [$"{assembly.GetName().Name}.Tests"],
                SourceAssemblies.Friends(assembly).Where(friend => friend is not "DynamicProxyGenAssembly2" and not "Kompass.Benchmarks")));

    private static string Edges(string name, IReadOnlyList<string> targets) => $"{name} -> {string.Join(", ", targets.Order(StringComparer.Ordinal))}";

    private static ProjectFile Project(string name) => Repository.SourceProjects.Single(project => project.Name == name);
}
