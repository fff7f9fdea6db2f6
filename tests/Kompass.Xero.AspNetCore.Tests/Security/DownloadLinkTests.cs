using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A download link cannot be guessed, changed or led elsewhere.</summary>
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
        await _site.CompareAsync(_browser, _connected);
        return Reviewing.LinkIn(_site.Letters.Sent[^1].Letter);
    }
}
