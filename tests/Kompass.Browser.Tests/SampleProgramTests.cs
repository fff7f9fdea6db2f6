using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AdminHost;

namespace Kompass.Browser.Tests;

/// <summary>The samples as programs: exit codes, and what they print when something is wrong. Needs no browser.</summary>
public sealed class SampleProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder;

    public SampleProgramTests()
    {
        UnderCi.Only("The programs take long to start");
        _folder = Directory.CreateTempSubdirectory("kompass-samples-");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableFact]
    public async Task AdminHost_on_a_port_in_use_says_so_in_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (code, output, error) = await RunAsync("AdminHost.dll", "--urls", $"http://localhost:{port}");

        Assert.Equal(1, code);
        Assert.Empty(output);
        var line = Assert.Single(Lines(error));
        Assert.Contains($"Port {port} cannot be listened on", line, StringComparison.Ordinal);
        Assert.Contains("Choose another port with --urls", line, StringComparison.Ordinal);
        Assert.Empty(_folder.GetDirectories("kompass-admin-*"));
    }

    [SkippableFact]
    public async Task AdminHost_keeps_its_keys_encrypted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using (var host = await SampleHost.StartAsync(new($"http://localhost:{port}"), _folder.FullName))
        {
            using var client = new HttpClient();
            await client.GetStringAsync(new Uri($"http://localhost:{port}/sign-in"));
        }

        var key = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "keys"), "key-*.xml")));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Quickstart_explains_its_options()
    {
        var (code, output, error) = await RunAsync("Quickstart.dll", "--help");

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.All(["--json", "--out DIR", "--help"], option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Quickstart_that_breaks_off_ends_with_one_json_object()
    {
        _folder.CreateSubdirectory("contacts-1.csv");

        var (code, output, error) = await RunAsync("Quickstart.dll", "--json", "--out", _folder.FullName);

        Assert.Equal(1, code);
        Assert.Contains("contacts-1.csv", error, StringComparison.Ordinal);
        AssertFailure(Lines(output)[^1], "The job broke off: ");
    }

    [SkippableFact]
    public async Task Quickstart_with_a_wrong_option_ends_with_one_json_object()
    {
        var (code, output, _) = await RunAsync("Quickstart.dll", "--json", "--nonsense");

        Assert.Equal(2, code);
        AssertFailure(Assert.Single(Lines(output)), "'--nonsense' is not understood.");
    }

    private static void AssertFailure(string line, string error)
    {
        using var report = JsonDocument.Parse(line);
        Assert.False(report.RootElement.GetProperty("ok").GetBoolean());
        Assert.StartsWith(error, report.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<(int Code, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        // Beside a web host the packages that are part of the web framework are not copied: both samples run on it here.
        var framework = Path.Combine(AppContext.BaseDirectory, "AdminHost.runtimeconfig.json");
        var packages = Path.Combine(AppContext.BaseDirectory, "Kompass.Browser.Tests.deps.json");
        var start = new ProcessStartInfo(
            "dotnet", ["exec", "--runtimeconfig", framework, "--depsfile", packages, Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _folder.FullName;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
