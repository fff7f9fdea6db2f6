using System.Diagnostics;
using System.Globalization;

namespace Kompass.Kills;

/// <summary>A node as its operating system sees it.</summary>
internal sealed class Node : IDisposable
{
    private static readonly TimeSpan StandStillPatience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private bool _isGone;

    private Node(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public bool IsAlive => !_process.HasExited;

    public static Node Start(FleetArguments fleet)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new(Process.Start(new ProcessStartInfo(host, ["exec", typeof(Node).Assembly.Location, .. fleet.Write("node")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Waits until it stands still by itself.</summary>
    /// <exception cref="OperationCanceledException">It did not.</exception>
    public async Task UntilItStandsStillAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StandStillPatience);

        // The state follows the name, which is in brackets.
        while (!(await File.ReadAllTextAsync($"/proc/{_process.Id}/stat", patience.Token)).Contains(") T ", StringComparison.Ordinal))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Lets it go on.</summary>
    public void Continue() => Signal("CONT");

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Makes it stand still for some time, unless it is killed meanwhile.</summary>
    public async Task PauseAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        Signal("STOP");
        await Task.Delay(time, cancellationToken);
        if (!_isGone)
        {
            Signal("CONT");
        }
    }

    /// <summary>Asks it to stop.</summary>
    /// <returns>What went wrong; null when it ended in good order.</returns>
    public async Task<string?> StopAsync(TimeSpan patience)
    {
        Signal("TERM");
        using var end = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return $"A node did not stop within {patience}.";
        }

        return _process.ExitCode == 0 ? null : await ObituaryAsync();
    }

    /// <summary>Why it ended although nobody killed it.</summary>
    public async Task<string> ObituaryAsync() => $"A node ended with {_process.ExitCode}: {await _errors}";

    public void Dispose()
    {
        _isGone = true;
        if (IsAlive)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
