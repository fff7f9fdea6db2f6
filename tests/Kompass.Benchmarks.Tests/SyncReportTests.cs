namespace Kompass.Benchmarks.Tests;

public sealed class SyncReportTests
{
    [Fact]
    public void Misses_names_each_figure_with_its_bar()
    {
        var report = new SyncReport(10, 10, 0.3,
        [
            Phase("first") with { VirtualSeconds = 12, LowerBoundSeconds = 10, Writes = 20, Held = 2 },
            Phase("unchanged") with { Calls = 7 },
            Phase("warm") with { CpuMicrosecondsPerRecord = 250, Refused = 1 },
        ]);

        Assert.Equal(
            [
                "first: 2 records were held, and none may be",
                "warm: 1 call was refused, and none may be",
                "first: 12.0 s, and at most 10.5 s are allowed (1.05 times the least)",
                "unchanged: 7 calls, and at most 5 are allowed",
                "warm: 250.0 µs a record, and at most 100 are allowed",
            ],
            report.Misses);
        Assert.False(report.KeepsItsPromise);
    }

    [Fact]
    public void Misses_is_empty_where_every_bar_is_kept()
    {
        var report = new SyncReport(10, 10, 0.3, [Phase("first") with { VirtualSeconds = 10.5, LowerBoundSeconds = 10, Writes = 20, Calls = 30 }, Phase("warm") with { Calls = 5 }]);

        Assert.Empty(report.Misses);
        Assert.True(report.KeepsItsPromise);
    }

    private static SyncPhase Phase(string name) => new()
    {
        Phase = name,
        Calls = 3,
        LowerBoundCalls = 3,
        VirtualSeconds = 1,
        LowerBoundSeconds = 1,
        BytesReceived = 0,
        BytesSent = 0,
        CpuSeconds = 0,
        PeakMegabytes = 0,
        Writes = 0,
        Held = 0,
        MostInFlight = 0,
        Refused = 0,
        RecordsRead = 0,
        CpuMicrosecondsPerRecord = 50,
    };
}
