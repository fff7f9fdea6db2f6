using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>What the page tells while a comparison is under way, and afterwards.</summary>
public sealed class ComparisonProgressTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
    }

    public async Task DisposeAsync()
    {
        _gate.TrySetResult();
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("Article", "3.8")]
    public async Task Page_tells_how_far_it_is_and_how_long_it_takes_and_reloads_itself_until_stopped()
    {
        await BeginAsync();
        _site.Clock.Advance(TimeSpan.FromSeconds(75));

        var page = await ShowAsync("&show=high");
        Assert.Contains("The comparison is under way.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Reading clients", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 minute 15 seconds so far", page.Text, StringComparison.Ordinal);
        Assert.Contains("few hundred contacts", page.Text, StringComparison.Ordinal);
        Assert.Equal($"5; url=/admin/xero/reconciliations?configuration={_connected.Id}&show=high", page.Headers["Refresh"]);
        Assert.Contains("Stop reloading", page.Text, StringComparison.Ordinal);

        var stopped = await ShowAsync("&watch=no");
        Assert.False(stopped.Headers.ContainsKey("Refresh"));
        Assert.Contains("does not reload itself", stopped.Text, StringComparison.Ordinal);

        _gate.SetResult();
        Assert.Equal(JobState.Done, await _site.EndOfAsync(_connected.Id, JobKind.Comparison));
        var done = await ShowAsync("");
        Assert.False(done.Headers.ContainsKey("Refresh"));
        Assert.Contains("It took 1 minute 15 seconds.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_reloads_itself_takes_no_ticks_away_and_lets_a_reviewer_go_on()
    {
        var review = await _site.CompareAsync(_browser, _connected);
        await BeginAsync();
        var page = await ShowAsync("");
        Assert.DoesNotContain("type=\"checkbox\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Go on deciding about it", page.Text, StringComparison.Ordinal);
        var calm = await ShowAsync("&watch=no");
        Assert.Contains("type=\"checkbox\"", calm.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"watch\" value=\"no\"", calm.Html, StringComparison.Ordinal);
        Assert.False(calm.Headers.ContainsKey("Refresh"));
        var decided = await _browser.DecideAsync(_connected, review, ("one", $"ignore:{review.RowOf("City Agency").Row.Number}"), ("watch", "no"));
        Assert.Contains("watch=no", decided.Location, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.17")]
    public async Task Second_request_while_one_is_under_way_says_so_and_a_later_one_runs()
    {
        await BeginAsync();
        var second = await _browser.GoAsync(_connected, "compare");
        Assert.Contains("is under way already", (await _browser.FollowAsync(second)).Text, StringComparison.Ordinal);
        _gate.SetResult();
        Assert.Equal(JobState.Done, await _site.EndOfAsync(_connected.Id, JobKind.Comparison));
        Assert.Single(_site.Letters.Sent);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await _site.CompareAsync(_browser, _connected);
        Assert.Equal(2, _site.Letters.Sent.Count);
    }

    [Fact]
    public async Task Comparison_that_fails_says_why_and_can_be_asked_for_again()
    {
        _site.Kompass.Failure = new KompassSourceException("IClientSource", "SamplePorts", new InvalidOperationException("the database is gone"));
        await _browser.GoAsync(_connected, "compare");
        Assert.Equal(JobState.Failed, await _site.EndOfAsync(_connected.Id, JobKind.Comparison));
        var page = await ShowAsync("");
        Assert.Contains("the database is gone", page.Text, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Html, StringComparison.Ordinal);
        _site.Kompass.Failure = null;
        await _site.CompareAsync(_browser, _connected);
    }

    [Fact]
    [Trait("Article", "3.16")]
    [Trait("Article", "3.17")]
    [Trait("Article", "3.18")]
    public async Task Each_run_is_listed_with_what_was_open_and_keeps_its_own_csv()
    {
        var first = await _site.CompareAsync(_browser, _connected);
        await _browser.DecideAsync(_connected, first, ("one", $"link:{first.RowOf("Ridgeway University").Row.Number}"));
        _site.Clock.Advance(TimeSpan.FromHours(1));
        var second = await _site.CompareAsync(_browser, _connected);
        Assert.Equal(first.Open - 1, second.Open);

        var list = await _browser.GetAsync($"/reconciliations/list?configuration={_connected.Id}");
        Assert.True(list.Html.IndexOf($"{second.Report.Id}/csv", StringComparison.Ordinal) < list.Html.IndexOf($"{first.Report.Id}/csv", StringComparison.Ordinal));
        Assert.Contains("1 Jun 2026 10:00 UTC+1", list.Text, StringComparison.Ordinal);
        Assert.Contains("1 Jun 2026 10:00", list.Text, StringComparison.Ordinal);
        Assert.Contains($"<td class=\"amount\">{second.Open}</td>", list.Html, StringComparison.Ordinal);
        Assert.Contains($"<td class=\"amount\">{first.Open}</td>", list.Html, StringComparison.Ordinal);
        foreach (var (review, name) in new[] { (first, "0900"), (second, "1000") })
        {
            var file = await _browser.GetAsync($"/reconciliations/{review.Report.Id}/csv");
            Assert.Contains($"2026-06-01-{name}.csv", file.Headers["Content-Disposition"], StringComparison.Ordinal);
            Assert.Contains(review.Report.Id.ToString(), file.Html, StringComparison.Ordinal);
        }

        var older = await ShowAsync($"&report={first.Report.Id}");
        Assert.Contains("There is a newer comparison.", older.Text, StringComparison.Ordinal);
    }

    private async Task BeginAsync()
    {
        _site.Kompass.Gate = _gate.Task;
        await _browser.GoAsync(_connected, "compare");
        while (_site.Get<JobQueue>().StatusOf(_connected.Id, JobKind.Comparison) is not { State: JobState.Running, Progress.Stage: "Reading clients" or "Reading contacts" })
        {
            await Task.Yield();
        }

        // The stage is told with its first record, and the records wait.
        _site.Get<JobQueue>().Update(
            _site.Get<JobQueue>().StatusOf(_connected.Id, JobKind.Comparison)!.Job, status => status with { Progress = new("Reading clients", 0, 0) });
    }

    private Task<Answer> ShowAsync(string tail) => _browser.GetAsync($"/reconciliations?configuration={_connected.Id}{tail}");
}
