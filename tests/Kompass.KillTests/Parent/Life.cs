using System.Diagnostics;

namespace Kompass.Kills;

/// <summary>How a life of the child ended.</summary>
/// <param name="ExitCode">Its exit code; 137 after SIGKILL.</param>
/// <param name="Output">What it said.</param>
/// <param name="Point">The named point at which it killed itself; null when it did not.</param>
internal sealed record Life(int ExitCode, string Output, string? Point)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public bool IsDone => ExitCode == 0;

    public bool WasImpatient => ExitCode == 4;

    public bool WasKilled => ExitCode == 137;

    /// <summary>Runs a child, and kills it when it has been alive for some time, unless it ended before.</summary>
    public static async Task<Life> RunAsync(ChildArguments arguments, TimeSpan? killAfter, CancellationToken cancellationToken)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, ["exec", typeof(Life).Assembly.Location, .. arguments.Write()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var first = await process.StandardOutput.ReadLineAsync(cancellationToken);
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            if (killAfter is { } moment && await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(moment, cancellationToken)) is not null && !process.HasExited)
            {
                process.Kill();
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(arguments.Patience + Grace);
            await process.WaitForExitAsync(patience.Token);
            var said = $"{first}\n{await output}{await errors}";
            return new(process.ExitCode, said, said.Split('\n').FirstOrDefault(line => line.StartsWith("killed ", StringComparison.Ordinal))?[7..]);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
