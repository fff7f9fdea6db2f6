namespace Kompass.Benchmarks;

/// <summary>Opens a page again and again.</summary>
internal sealed class PageVisitor(PagesSite site, string store)
{
    public async Task<PageFigures> MeasureAsync(PageVisit visit, int repeats)
    {
        var calls = site.Xero.Control.AccountingCalls;
        var answer = await site.GetAsync(visit.Address);
        calls = site.Xero.Control.AccountingCalls - calls;
        List<double> times = [], cpu = [];
        for (var i = 0; i < repeats; i++)
        {
            // Xero's limit of calls a minute is the product's to keep, and not what is measured here.
            site.Clock.Step(TimeSpan.FromSeconds(5));
            answer = await site.GetAsync(visit.Address);
            times.Add(answer.Milliseconds);
            cpu.Add(answer.CpuMilliseconds);
        }

        return new(
            store,
            visit.Name,
            answer.Status,
            answer.Status == visit.Status,
            answer.IsPage,
            Median(times),
            Median(cpu),
            Math.Round(answer.Bytes / 1024.0, 1),
            calls);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return Math.Round(sorted[sorted.Count / 2], 1);
    }
}
