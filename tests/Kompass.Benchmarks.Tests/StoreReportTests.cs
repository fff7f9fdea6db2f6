namespace Kompass.Benchmarks.Tests;

public sealed class StoreReportTests
{
    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(20, 10, true)]
    [InlineData(10, 20.2, false)]
    public void KeepsItsPromise_while_unchanged_runs_do_not_grow_with_what_is_linked(double small, double large, bool isKept)
    {
        var report = new StoreReport
        {
            Configurations = 2,
            LinkedRecords = 21_000,
            Rows = new Dictionary<string, long> { ["contact_links"] = 2100 },
            DatabaseMegabytes = 12,
            FillSeconds = 1,
            Runs = [new(1000, small, 5, 40, 60), new(20_000, large, 5, 90, 500)],
            Archived = 3,
            ArchiveSeconds = 0.1,
        };

        var text = new StringWriter();
        report.Write(text);

        Assert.Equal(isKept, report.KeepsItsPromise);
        Assert.Contains(isKept ? "kept: " : "MISSED: ", text.ToString(), StringComparison.Ordinal);
    }
}
