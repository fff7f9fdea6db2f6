using System.Diagnostics;

namespace Kompass.Benchmarks;

/// <summary>
/// What the syncing process may hold in managed memory, so that the peak says what a sync needs, and not what a collector likes to take
/// on a large machine. A run that needs more ends for want of memory. The runtime reads it when it starts.
/// </summary>
internal static class HeapLimit
{
    public const string Variable = "DOTNET_GCHeapHardLimit";

    private const long Base = 120L * 1024 * 1024;
    private const long PerInvoice = 840;

    public static bool IsSet => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>Runs this program once more, with the same arguments: in 128 MB for 10,000 invoices, in 200 MB for 100,000.</summary>
    public static int RunWithin(int invoices)
    {
        var start = OwnProcess.With(Environment.GetCommandLineArgs().Skip(1));
        start.Environment[Variable] = $"0x{Base + (PerInvoice * invoices):X}";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
