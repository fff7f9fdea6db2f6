using System.Globalization;

namespace Kompass.Benchmarks;

/// <summary>What <see cref="EmulatorCommand"/> measured.</summary>
internal sealed record EmulatorReport
{
    private const double MostSeedSeconds = 5;
    private const double MostPageMs = 50;

    public required int Contacts { get; init; }

    public required int Documents { get; init; }

    public required int Cores { get; init; }

    /// <summary>In a new process, compiling included.</summary>
    public required double ColdSeedSeconds { get; init; }

    public required double WarmSeedSeconds { get; init; }

    public required IReadOnlyList<EmulatorTiming> Timings { get; init; }

    /// <summary>The large seed in under 5 s even the first time; a page of 1,000 contacts in under 50 ms.</summary>
    public bool KeepsItsPromise => ColdSeedSeconds < MostSeedSeconds && Timings[0].MedianMs < MostPageMs && Timings[1].MedianMs < MostPageMs;

    public void Write(TextWriter output)
    {
        output.WriteLine(Text($"{Contacts} contacts and {Documents} documents seeded in {ColdSeedSeconds:F2} s, again in {WarmSeedSeconds:F2} s ({Cores} cores)"));
        output.WriteLine(Text($"{"call",-44}{"way",-12}{"bytes",10}{"first ms",10}{"median",9}{"worst",9}"));
        foreach (var timing in Timings)
        {
            output.WriteLine(Text($"{timing.Call,-44}{timing.Way,-12}{timing.Bytes,10}{timing.FirstMs,10:F1}{timing.MedianMs,9:F1}{timing.WorstMs,9:F1}"));
        }

        output.WriteLine(KeepsItsPromise ? "kept: seeding under 5 s, a page of 1,000 contacts under 50 ms" : "MISSED: seeding under 5 s, a page of 1,000 contacts under 50 ms");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
