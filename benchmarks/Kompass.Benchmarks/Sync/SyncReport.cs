using System.Globalization;

namespace Kompass.Benchmarks;

/// <summary>What <see cref="SyncCommand"/> measured.</summary>
internal sealed record SyncReport(int Contacts, int Invoices, double CallSeconds, IReadOnlyList<SyncPhase> Phases)
{
    private const int MostCallsUnchanged = 5;
    private const double MostTimesTheBound = 1.05;
    private const double MostMicroseconds = 100;

    private SyncPhase First => Phases[0];

    /// <summary>The first load at most 1.05 times the least that the limits allow; an unchanged run at most 5 calls and 100 microseconds a record.</summary>
    public bool KeepsItsPromise =>
        Phases.All(phase => phase is { Held: 0, Refused: 0 })
        && First.VirtualSeconds <= MostTimesTheBound * First.LowerBoundSeconds
        && Phases.Where(phase => phase.Writes == 0).All(phase => phase.Calls <= MostCallsUnchanged)
        && Phases[^1].CpuMicrosecondsPerRecord <= MostMicroseconds;

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
