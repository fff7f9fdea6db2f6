using System.Globalization;

namespace Kompass.Benchmarks;

/// <summary>The most memory held since the last reset; where the system cannot forget a peak, since the process began.</summary>
internal static class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";
    private const string Status = "/proc/self/status";

    /// <summary>Lets the peak begin anew, at what is held now.</summary>
    public static void Forget()
    {
        try
        {
            File.WriteAllText(Reset, "5");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The peak since the beginning is an upper bound.
        }
    }

    public static double Megabytes()
    {
        const string Label = "VmHWM:";
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(text => text.StartsWith(Label, StringComparison.Ordinal)) : null;
        return line is null
            ? Memory.PeakMegabytes()
            : Math.Round(double.Parse(line[Label.Length..].Replace("kB", null, StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024, 1);
    }
}
