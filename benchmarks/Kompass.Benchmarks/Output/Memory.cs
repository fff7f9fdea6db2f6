using System.Diagnostics;

namespace Kompass.Benchmarks;

internal static class Memory
{
    /// <summary>The most memory that this process has held so far, in megabytes of 1,048,576 bytes.</summary>
    public static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / 1_048_576.0, 1);
    }
}
