using System.Diagnostics;

namespace Kompass.Kills;

/// <summary>A node that is about to start, as its operating system sees it.</summary>
internal sealed class Starter : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Starter(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static Starter Start(FleetArguments fleet)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new(Process.Start(new ProcessStartInfo(host, ["exec", typeof(Starter).Assembly.Location, .. fleet.Write("starter")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Waits until it has built its host.</summary>
    public async Task UntilItIsReadyAsync(CancellationToken cancellationToken) => await _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Lets it use the database.</summary>
    public void Release()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
    }

    /// <returns>What was not clean; null when all was.</returns>
    public async Task<string?> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        var errors = await _errors;
        return _process.ExitCode == 0 && errors.Length == 0 ? null : $"A node ended with {_process.ExitCode}: {errors}";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
