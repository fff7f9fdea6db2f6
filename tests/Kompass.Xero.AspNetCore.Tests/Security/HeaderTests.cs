using System.Text.RegularExpressions;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Every answer of every endpoint, pages, refusals, redirects and files alike.</summary>
[Trait("Security", "headers")]
public sealed partial class HeaderTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly AdminSite _site = shared.Site;

    [Fact]
    public async Task Answers_each_carry_the_headers_and_nothing_that_runs()
    {
        using var browser = _site.Browser();
        var configuration = await _site.ConnectAsync(browser);
        await _site.CompareAsync(browser, configuration);
        var seen = new HashSet<int> { await CheckAsync("GET", Reviewing.LinkIn(_site.Letters.Sent[0].Letter), browser.GetAsync) };
        foreach (var path in Routes.Of(_site, "GET", _ => configuration.Id.ToString()))
        {
            seen.Add(await CheckAsync("GET", path, browser.GetAsync));
        }

        foreach (var path in Routes.Of(_site, "POST", _ => configuration.Id.ToString()))
        {
            seen.Add(await CheckAsync("POST", path, address => browser.SubmitAsync("/configurations/add", address)));
        }

        browser.Headers["Sec-Fetch-Site"] = "cross-site";
        seen.Add(await CheckAsync("POST", "/configurations/add", address => browser.PostAsync(address)));
        browser.Headers.Clear();
        seen.Add(await CheckAsync("POST", "/configurations/add", address => browser.PostAsync(address)));

        // Pages, redirects, and each kind of refusal were among them.
        Assert.Superset(new HashSet<int> { 200, 302, 400, 403, 404, 422 }, seen);
    }

    private static async Task<int> CheckAsync(string method, string path, Func<string, Task<Answer>> ask)
    {
        var answer = await ask(path);
        var what = $"{method} {path} ({answer.Status})";
        var policy = answer.Headers["Content-Security-Policy"].Split(';', StringSplitOptions.TrimEntries);
        Assert.True(policy is ["default-src 'none'", "style-src 'self'", _, "base-uri 'none'", "frame-ancestors 'none'"], what);
        Assert.Equal("form-action 'self' https://*.xero.com", policy[2]);
        Assert.True(answer.Headers["X-Content-Type-Options"] == "nosniff", what);
        Assert.True(answer.Headers["Referrer-Policy"] == "no-referrer", what);
        Assert.True(answer.Headers["X-Frame-Options"] == "DENY", what);
        Assert.True(answer.Headers["Cross-Origin-Opener-Policy"] == "same-origin", what);
        Assert.True(path.EndsWith("/style.css", StringComparison.Ordinal) || answer.Headers["Cache-Control"].Contains("no-store", StringComparison.Ordinal), what);
        if (answer.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal))
        {
            Assert.False(Running().IsMatch(answer.Html), $"{what}: {Running().Match(answer.Html).Value}");
        }

        return answer.Status;
    }

    /// <summary>A script, a style within the page, an event's attribute, or an address that is a script.</summary>
    [GeneratedRegex("<script|<style|<[a-z][^>]*[\\s\"'](style|on[a-z]+)\\s*=|(href|src|action)\\s*=\\s*[\"']?\\s*javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Running();
}
