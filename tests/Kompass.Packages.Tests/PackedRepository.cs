using System.IO.Compression;

namespace Kompass.Packages.Tests;

/// <summary>Every project of src, packed once into a temporary folder under a version that no cache has ever seen.</summary>
public sealed class PackedRepository : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Calls Pack of all projects in one build, so that what they share is built once.
    private const string Traversal =
        """
        <Project>
          <ItemGroup>
            <Sources Include="src/*/*.csproj" />
          </ItemGroup>
          <Target Name="Restore">
            <MSBuild Projects="@(Sources)" Targets="Restore" />
          </Target>
          <Target Name="Pack">
            <MSBuild Projects="@(Sources)" Targets="Build" BuildInParallel="true" />
            <MSBuild Projects="@(Sources)" Targets="Pack" BuildInParallel="true" />
          </Target>
        </Project>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kompass-packages-");
    private readonly Lazy<Task> _packing;

    /// <summary>Names the version; packs nothing yet.</summary>
    public PackedRepository() => _packing = new(PackAsync);

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = $"0.1.0-test.g{Guid.NewGuid():N}";

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Combine(_folder.FullName, "packages");

    /// <summary>Packs on the first call.</summary>
    public Task ReadyAsync() => _packing.Value;

    /// <summary>Makes an empty folder beside the packages.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;

    /// <summary>Opens a package or its symbols.</summary>
    public ZipArchive Open(string project, string extension) => ZipFile.OpenRead(Path.Combine(Packages, $"{project}.{Version}.{extension}"));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private async Task PackAsync()
    {
        var sources = NewFolder("sources");
        Repository.CopySourcesTo(sources);
        await File.WriteAllTextAsync(Path.Combine(sources, "pack.proj"), Traversal);

        using var patience = new CancellationTokenSource(Patience);
        var (exitCode, output) = await DotNet.RunAsync(
            sources,
            patience.Token,
            "msbuild", "pack.proj", "-restore", "-target:Pack", "-maxCpuCount", "-nologo", "-verbosity:minimal",
            "-p:Configuration=Release", $"-p:Version={Version}", $"-p:PackageOutputPath={Packages}",
            "-p:RestoreLockedMode=false", "-p:RestorePackagesWithLockFile=true", "-p:RestoreForceEvaluate=true");
        Assert.True(exitCode == 0, output);
    }
}
