namespace Kompass.Benchmarks.Tests;

public sealed class PagesReportTests
{
    private static readonly PageFigures Good = new("SQLite", "/runs", 200, IsExpected: true, IsPage: true, 200, 150, 100, 0);

    [Fact]
    public void KeepsItsPromise_while_every_page_keeps_to_the_bars() => AssertKept(Good, isKept: true);

    [Fact]
    public void KeepsItsPromise_of_a_slow_page_not() => AssertKept(Good with { Milliseconds = 200.1 }, isKept: false);

    [Fact]
    public void KeepsItsPromise_of_a_large_page_not() => AssertKept(Good with { Kilobytes = 100.1 }, isKept: false);

    [Fact]
    public void KeepsItsPromise_of_a_page_that_is_refused_not() => AssertKept(Good with { Status = 404, IsExpected = false }, isKept: false);

    [Fact]
    public void KeepsItsPromise_of_a_large_file() => AssertKept(Good with { IsPage = false, Kilobytes = 5000, Milliseconds = 900 }, isKept: true);

    [Fact]
    public void KeepsItsPromise_of_no_page_at_all_not() => Assert.False(Report().KeepsItsPromise);

    private static PagesReport Report(params PageFigures[] pages) => new() { Contacts = 10, Records = 20, Cores = 2, Pages = pages };

    private static void AssertKept(PageFigures page, bool isKept)
    {
        var report = Report(Good, page);
        var text = new StringWriter();
        report.Write(text);

        Assert.Equal(isKept, report.KeepsItsPromise);
        Assert.Contains(isKept ? "kept: " : "MISSED: ", text.ToString(), StringComparison.Ordinal);
    }
}
