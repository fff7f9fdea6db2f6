using System.Xml.Linq;

namespace Kompass.Packages.Tests;

/// <summary>One package per project of src, complete.</summary>
[Collection(PackedGroup.Name)]
public sealed class PackageContentTests(PackedRepository packed)
{
    [SkippableFact]
    public async Task Pack_makes_one_package_and_one_symbol_package_per_project()
    {
        await ReadyAsync();
        Assert.Equal(Expected("nupkg"), Files("*.nupkg"));
        Assert.Equal(Expected("snupkg"), Files("*.snupkg"));
    }

    [SkippableFact]
    public async Task Package_holds_assembly_documentation_and_readme()
    {
        await ReadyAsync();
        foreach (var project in Repository.SourceProjects)
        {
            using var package = packed.Open(project, "nupkg");
            var entries = package.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains($"lib/net10.0/{project}.dll", entries);
            Assert.Contains("README.md", entries);
            Assert.Single(entries, entry => entry.EndsWith(".dll", StringComparison.Ordinal));

            using var documentation = new StreamReader(package.GetEntry($"lib/net10.0/{project}.xml")?.Open()
                ?? throw new FileNotFoundException($"{project} has no XML documentation."));
            var members = XDocument.Parse(await documentation.ReadToEndAsync()).Descendants("member").Count();
            Assert.True(members > 0, $"{project}: the XML documentation is empty.");
        }
    }

    [SkippableFact]
    public async Task Package_says_licence_readme_authors_and_purpose()
    {
        await ReadyAsync();
        foreach (var project in Repository.SourceProjects)
        {
            var metadata = ReadMetadata(project);
            string? Say(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

            Assert.Equal("MIT", Say("license"));
            Assert.Equal("expression", metadata.Elements().Single(element => element.Name.LocalName == "license").Attribute("type")?.Value);
            Assert.Equal("README.md", Say("readme"));
            Assert.Equal("The Kompass.Xero authors", Say("authors"));
            Assert.NotEqual("Package Description", Say("description"));
            Assert.False(string.IsNullOrWhiteSpace(Say("description")), $"{project} has no description.");
        }
    }

    [SkippableFact]
    public async Task Package_depends_on_its_own_siblings_in_the_same_version_and_on_no_build_tool()
    {
        await ReadyAsync();
        foreach (var project in Repository.SourceProjects)
        {
            var dependencies = ReadMetadata(project).Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(element => (Id: element.Attribute("id")!.Value, Version: element.Attribute("version")!.Value)).ToList();
            Assert.All(
                dependencies.Where(dependency => dependency.Id.StartsWith("Kompass.", StringComparison.Ordinal)),
                dependency => Assert.Equal(packed.Version, dependency.Version));
            Assert.DoesNotContain(dependencies, dependency => dependency.Id.Contains("Analyzers", StringComparison.Ordinal));
        }
    }

    [SkippableFact]
    public async Task Symbol_package_holds_the_symbols()
    {
        await ReadyAsync();
        foreach (var project in Repository.SourceProjects)
        {
            using var symbols = packed.Open(project, "snupkg");
            Assert.Contains(symbols.Entries, entry => entry.FullName == $"lib/net10.0/{project}.pdb");
        }
    }

    private Task ReadyAsync()
    {
        UnderCi.Only("Packing every project takes minutes");
        return packed.ReadyAsync();
    }

    private IEnumerable<string> Expected(string extension) => Repository.SourceProjects.Select(project => $"{project}.{packed.Version}.{extension}");

    private IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(packed.Packages, pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private XElement ReadMetadata(string project)
    {
        using var package = packed.Open(project, "nupkg");
        using var nuspec = package.GetEntry($"{project}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }
}
