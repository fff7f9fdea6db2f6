using System.Diagnostics;
using System.Text.Json;

namespace QuartzCluster;

/// <summary>A node as the demonstration sees it: a process of its own.</summary>
internal sealed class Node : IDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Task _output;

    private Node(string name, Process process, Action<Node, RunNotice?> tell)
    {
        (Name, _process) = (name, process);
        _output = ReadAsync(tell);
    }

    public string Name { get; }

    public bool IsAlive => !_process.HasExited;

    /// <param name="name">What the story calls it.</param>
    /// <param name="settings">What it has to know.</param>
    /// <param name="tell">Is told each notice, and null once the process has ended.</param>
    public static Node Start(string name, NodeSettings settings, Action<Node, RunNotice?> tell)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var process = Process.Start(new ProcessStartInfo(host, ["exec", typeof(Node).Assembly.Location, "node"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(settings));
        process.StandardInput.Flush();
        return new(name, process, tell);
    }

    /// <summary>Ends it on the spot, as a power cut would (SIGKILL).</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to stop.</summary>
    /// <exception cref="SampleException">It did not end in good order.</exception>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new SampleException($"{Name} did not stop within {StopPatience}.");
        }

        await _output;
        if (_process.ExitCode != 0)
        {
            throw Obituary();
        }
    }

    /// <summary>That it ended although nobody asked it to.</summary>
    public SampleException Obituary() => new($"{Name} ended with exit code {_process.ExitCode}; what it said of that stands above.");

    public void Dispose()
    {
        if (IsAlive)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync(Action<Node, RunNotice?> tell)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            tell(this, JsonSerializer.Deserialize<RunNotice>(line)!);
        }

        await _process.WaitForExitAsync();
        tell(this, null);
    }
}
