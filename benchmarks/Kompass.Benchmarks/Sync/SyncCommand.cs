namespace Kompass.Benchmarks;

/// <summary>How few calls, how little time and how much work the sync takes: a first load, an unchanged run, a day on which 1 % changed.</summary>
internal static class SyncCommand
{
    public static readonly string[] Options = ["--contacts", "--invoices", "--latency-ms", "--warm", "--json"];

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    public static int Run(Arguments arguments)
    {
        var contacts = arguments.Number("--contacts", 10_000, least: 1);
        var invoices = arguments.Number("--invoices", 10_000);
        var latency = TimeSpan.FromMilliseconds(arguments.Number("--latency-ms", 300));
        var repeats = arguments.Number("--warm", 5, least: 1);
        if (!HeapLimit.IsSet)
        {
            return HeapLimit.RunWithin(invoices);
        }

        var report = Run(contacts, invoices, latency, repeats);
        if (arguments.Has("--json"))
        {
            Json.WriteLine(report);
        }
        else
        {
            report.Write(Console.Out);
        }

        foreach (var miss in report.Misses)
        {
            Console.Error.WriteLine($"MISSED {miss}");
        }

        return report.KeepsItsPromise ? 0 : 1;
    }

    public static SyncReport Run(int contacts, int invoices, TimeSpan latency, int repeats)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        using var bench = new SyncBench(contacts, invoices, latency);
        bench.SetUp();
        List<SyncPhase> phases = [bench.Measure("first", LowerBound.Calls(contacts, invoices, 0, 0))];
        bench.Time.Advance(Interval);
        phases.Add(bench.Measure("unchanged", LowerBound.Calls(0, 0, 0, 0)));
        bench.Time.Advance(Interval);
        bench.Clients.Change();
        bench.Invoices.Change();
        var (some, others) = (bench.Clients.Changed, bench.Invoices.Changed);
        phases.Add(bench.Measure("changed", LowerBound.Calls(some, others, some, others)));
        bench.Time.Advance(Interval);
        phases.Add(bench.Measure("warm", LowerBound.Calls(0, 0, 0, 0), repeats, Interval));
        return new(contacts, invoices, latency.TotalSeconds, phases);
    }
}
