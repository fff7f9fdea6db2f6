using System.Diagnostics;
using System.Xml.Linq;
using Xunit.Abstractions;

namespace Kompass.Conventions.Tests;

/// <summary>Wall clock, randomness and the thread pool are out of bounds in src, and an analyzer says so.</summary>
public sealed class BannedSymbolsTests(ITestOutputHelper output)
{
    private const string Rule = "RS0030";

    // File and the reason for which the analyzer is silenced in it.
    private static readonly Dictionary<string, string> Silenced = new(StringComparer.Ordinal);

    [Fact]
    public void Props_of_src_bring_analyzer_and_list_to_every_project()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "src", "Directory.Build.props"));
        Assert.Contains(props.Descendants("PackageReference"), item => item.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(
            props.Descendants("AdditionalFiles"),
            item => item.Attribute("Include")?.Value == "$(MSBuildThisFileDirectory)BannedSymbols.txt");
    }

    [Fact]
    public void No_project_of_src_leaves_the_analyzer_out()
    {
        var removing =
            from file in Repository.Under("src/", ".csproj", ".props", ".targets")
            from element in XDocument.Parse(file.Text).Descendants()
            where element.Attribute("Remove") is not null && element.Name.LocalName is "PackageReference" or "AdditionalFiles" or "Analyzer"
            where element.Attribute("Include") is null
            select $"{file}: {element}";
        var deeper = Repository.Under("src/").Where(file => file.Name is "Directory.Build.props" or "Directory.Build.targets" or ".editorconfig" or ".globalconfig")
            .Where(file => file.Path != "src/Directory.Build.props").Select(file => $"{file} would stand between a project and src/Directory.Build.props");
        Findings.None(removing.Concat(deeper), "Every project in src is built with the banned symbols.");
    }

    [Fact]
    public void Nobody_silences_the_analyzer()
    {
        var findings = Repository.Files
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) || file.Path is ".editorconfig" or "Directory.Build.props")
            .Where(file => file.Text.Contains(Rule, StringComparison.Ordinal) && !Silenced.ContainsKey(file.Path))
            .Select(file => file.Path);
        Findings.None(findings, $"{Rule} is silenced nowhere; what needs the clock asks the injected TimeProvider.");
    }

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("P:System.Random.Shared")]
    [InlineData("M:System.Threading.Tasks.Task.Run(System.Action)")]
    public void List_holds_the_symbol(string symbol) =>
        Assert.Contains(File.ReadLines(Path.Combine(Repository.Root, "src", "BannedSymbols.txt")), line => line.StartsWith($"{symbol};", StringComparison.Ordinal));

    [SkippableFact]
    public async Task Analyzer_stops_the_build_of_a_project_that_reads_the_wall_clock()
    {
        UnderCi.Only("Building a project takes long");

        var folder = Directory.CreateTempSubdirectory("kompass-banned-");
        try
        {
            await WriteProjectAsync(folder.FullName);
            var (exitCode, text) = await BuildAsync(folder.FullName);
            output.WriteLine(text);
            Assert.NotEqual(0, exitCode);
            Assert.Contains($"error {Rule}", text, StringComparison.Ordinal);
            Assert.Contains("Ask the injected TimeProvider", text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteProjectAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Probe.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Directory.Build.props"),
            $"""<Project><Import Project="{Path.Combine(Repository.Root, "src", "Directory.Build.props")}" /></Project>""");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Probe.cs"),
            "namespace Probe;\n\ninternal static class Clock\n{\n    public static DateTime Read() => DateTime.UtcNow;\n}\n");
    }

    private static async Task<(int ExitCode, string Output)> BuildAsync(string folder)
    {
        string[] arguments =
        [
            "build", "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RestoreLockedMode=false", "-p:RestorePackagesWithLockFile=false",
            $"-p:DirectoryPackagesPropsPath={Path.Combine(Repository.Root, "Directory.Packages.props")}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
