using Xunit.Abstractions;

namespace Kompass.Packages.Tests;

/// <summary>The README's host is a program: it is short, it compiles against the packages, and it does what the README says.</summary>
[Collection(PackedGroup.Name)]
public sealed class ReadmeHostTests(PackedRepository packed, ITestOutputHelper output)
{
    private const string Code = "host";
    private const string Printed = "host-output";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void Host_in_the_readme_has_at_most_30_lines() =>
        Assert.InRange(ReadmeBlock.Read(Repository.Readme, Code, "csharp").Count, 1, 30);

    [Fact]
    public void Readme_shows_what_the_host_prints() =>
        Assert.NotEmpty(ReadmeBlock.Read(Repository.Readme, Printed, "text"));

    [SkippableFact]
    public async Task Host_in_the_readme_runs_in_a_fresh_project_that_knows_only_the_packages()
    {
        UnderCi.Only("Packing every project takes minutes");
        await packed.ReadyAsync();

        var folder = packed.NewFolder("host");
        await WriteProjectAsync(folder);
        using var patience = new CancellationTokenSource(Patience);
        var (buildCode, build) = await DotNet.RunAsync(folder, patience.Token, "build", "--nologo", "--verbosity", "minimal");
        output.WriteLine(build);
        Assert.True(buildCode == 0, build);

        var (exitCode, printed) = await DotNet.RunAsync(folder, patience.Token, "run", "--no-build");
        output.WriteLine(printed);
        Assert.True(exitCode == 0, printed);
        var lines = printed.Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(ReadmeBlock.Read(Repository.Readme, Printed, "text"), line => Assert.Contains(line.Trim(), lines));
    }

    private async Task WriteProjectAsync(string folder)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Host.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1900;NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kompass.Xero" Version="{packed.Version}" />
                <PackageReference Include="Kompass.Xero.Emulator" Version="{packed.Version}" />
                <PackageReference Include="Kompass.Accounting.Sqlite" Version="{packed.Version}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), Settings());
        await File.WriteAllLinesAsync(Path.Combine(folder, "Program.cs"), ReadmeBlock.Read(Repository.Readme, Code, "csharp"));
    }

    // Adds the packed folder to the machine's own sources. Packages are unpacked here; what the machine has already is read from there.
    private string Settings()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var fallback = Directory.Exists(cache) ? $"""<fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>""" : string.Empty;
        return
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <config><add key="globalPackagesFolder" value="{packed.NewFolder("cache")}" /></config>
              <packageSources><add key="packed" value="{packed.Packages}" /></packageSources>
              {fallback}
            </configuration>
            """;
    }
}
