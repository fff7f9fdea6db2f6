using System.Globalization;
using System.Text.Json.Serialization;

namespace Kompass.Benchmarks;

/// <summary>What <see cref="SyncCommand"/> measured.</summary>
internal sealed record SyncReport(int Contacts, int Invoices, double CallSeconds, IReadOnlyList<SyncPhase> Phases)
{
    private const int MostCallsUnchanged = 5;
    private const double MostTimesTheBound = 1.05;
    private const double MostMicroseconds = 100;

    private SyncPhase First => Phases[0];

    /// <summary>The first load at most 1.05 times the least that the limits allow; an unchanged run at most 5 calls and 100 microseconds a record.</summary>
    public bool KeepsItsPromise => !Misses.Any();

    /// <summary>Which figure missed which bar. The bars are meant for the default sizes; at a few records the fixed costs alone miss the last one.</summary>
    [JsonIgnore]
    public IEnumerable<string> Misses
    {
        get
        {
            foreach (var phase in Phases.Where(phase => phase.Held > 0))
            {
                yield return $"{phase.Phase}: {(phase.Held == 1 ? "1 record was" : $"{phase.Held} records were")} held, and none may be";
            }

            foreach (var phase in Phases.Where(phase => phase.Refused > 0))
            {
                yield return $"{phase.Phase}: {(phase.Refused == 1 ? "1 call was" : $"{phase.Refused} calls were")} refused, and none may be";
            }

            if (First.VirtualSeconds > MostTimesTheBound * First.LowerBoundSeconds)
            {
                yield return Text($"{First.Phase}: {First.VirtualSeconds:F1} s, and at most {MostTimesTheBound * First.LowerBoundSeconds:F1} s are allowed ({MostTimesTheBound} times the least)");
            }

            foreach (var phase in Phases.Where(phase => phase.Writes == 0 && phase.Calls > MostCallsUnchanged))
            {
                yield return $"{phase.Phase}: {phase.Calls} calls, and at most {MostCallsUnchanged} are allowed";
            }

            if (Phases[^1] is { CpuMicrosecondsPerRecord: > MostMicroseconds } last)
            {
                yield return Text($"{last.Phase}: {last.CpuMicrosecondsPerRecord:F1} µs a record, and at most {MostMicroseconds} are allowed");
            }
        }
    }

    public void Write(TextWriter output)
    {
        output.WriteLine(Text($"{Contacts} contacts and {Invoices} invoices, {CallSeconds:0.0} virtual seconds a call"));
        output.WriteLine($"{"phase",-12}{"calls",7}{"least",7}{"seconds",10}{"least",10}{"received",12}{"sent",12}{"CPU s",8}{"µs/rec",8}{"peak MB",9}{"writes",8}{"held",6}");
        foreach (var phase in Phases)
        {
            output.WriteLine(Text($"{phase.Phase,-12}{phase.Calls,7}{phase.LowerBoundCalls,7}{phase.VirtualSeconds,10:F1}{phase.LowerBoundSeconds,10:F1}")
                + Text($"{phase.BytesReceived,12}{phase.BytesSent,12}{phase.CpuSeconds,8:F2}{phase.CpuMicrosecondsPerRecord,8:F1}")
                + Text($"{phase.PeakMegabytes,9:F1}{phase.Writes,8}{phase.Held,6}"));
        }

        output.WriteLine(KeepsItsPromise
            ? "kept: first load within 1.05 of the limits, unchanged runs in 5 calls and 100 µs a record"
            : "MISSED: first load within 1.05 of the limits, unchanged runs in 5 calls and 100 µs a record");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
