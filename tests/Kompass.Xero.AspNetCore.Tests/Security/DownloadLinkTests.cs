using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A link works for the user who asked, for the report that was made, and while the configuration belongs to that organisation.</summary>
[Trait("Security", "download links")]
public sealed class DownloadLinkTests : IAsyncLifetime
{
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
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Link_of_another_organisation_is_refused_once_the_configuration_moved_there()
    {
        var link = await CompareAsync();
        var page = $"/reconciliations/{(await _site.Get<IReconciliationStore>().GetLatestAsync(_connected.Id, _connected.Connection!.OrganisationId, default))!.Id}/csv";
        await _browser.SubmitAsync("/configurations", $"/configurations/{_connected.Id}/disconnect");
        Assert.Equal(200, (await _browser.GetAsync(link)).Status);

        var second = _site.Xero.Control.Organisations[1].Id;
        await _browser.GetAsync(_site.Xero.Control.Authorize(await AdminSite.BeginAsync(_browser, _connected), second).PathAndQuery);
        var confirm = $"/configurations/{_connected.Id}/confirm";
        Assert.Equal(302, (await _browser.SubmitAsync(confirm, confirm, ("organisation", "Second Company"))).Status);

        foreach (var path in (string[])[link, page])
        {
            var answer = await _browser.GetAsync(path);
            Assert.Equal(404, answer.Status);
            Assert.DoesNotContain("Ridgeway", answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Link_changed_at_any_place_is_refused()
    {
        var link = await CompareAsync();
        var start = link.LastIndexOf('/') + 1;
        for (var place = start; place < link.Length; place += 7)
        {
            var changed = link[..place] + (link[place] == 'A' ? 'B' : 'A') + link[(place + 1)..];
            Assert.Equal(404, (await _browser.GetAsync(changed)).Status);
        }

        Assert.Equal(404, (await _browser.GetAsync(link[..^10])).Status);
        Assert.Equal(404, (await _browser.GetAsync($"{link[..start]}{Guid.NewGuid()}")).Status);
        Assert.Equal(200, (await _browser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Links_of_two_runs_share_nothing_that_could_be_guessed()
    {
        var (first, second) = (await CompareAsync(), await CompareAsync());
        var start = first.LastIndexOf('/') + 1;
        Assert.NotEqual(first, second);
        Assert.InRange(first.Length - start, 100, 500);

        // The head of each names the same key; what follows is drawn anew.
        Assert.NotEqual(first[(start + 32)..(start + 80)], second[(start + 32)..(start + 80)]);
    }

    [Fact]
    [Trait("Security", "redirect uri")]
    public async Task Link_is_made_from_the_redirect_uri_whatever_the_host_header_says()
    {
        _browser.Headers["Host"] = "evil.example";
        _browser.Headers["X-Forwarded-Host"] = "evil.example";
        _browser.Headers["X-Forwarded-Proto"] = "https";
        await CompareAsync();
        var letter = _site.Letters.Sent[^1].Letter;
        Assert.Contains("http://localhost/admin/xero/reports/", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", letter.Body, StringComparison.Ordinal);
    }

    private async Task<string> CompareAsync()
    {
        Assert.Equal(302, (await _browser.GoAsync(_connected, "compare")).Status);
        Assert.Equal(JobState.Done, await _site.EndOfAsync(_connected.Id, JobKind.Comparison));
        return new Uri(_site.Letters.Sent[^1].Letter.Body.Split('\n').Single(line => line.Trim().StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
    }
}
