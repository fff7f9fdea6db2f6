using System.Net;
using System.Web;
using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A code is exchanged for the browser and the user that began, once, and for nobody else.</summary>
[Trait("Security", "authorisation code")]
public sealed class AuthorisationCodeTests : IAsyncLifetime
{
    private const string Cookie = "kompass-xero-connect";

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _configuration = null!;
    private Uri _callback = null!;

    private int Exchanges => _site.Xero.Control.Calls.Count(call => call.Path == "/connect/token");

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _configuration = await _site.AddConfigurationAsync(_browser);
        _callback = _site.Xero.Control.Authorize(await AdminSite.BeginAsync(_browser, _configuration));
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("state changed")]
    [InlineData("state of another attempt")]
    [InlineData("state missing")]
    [InlineData("code missing")]
    [InlineData("cookie changed")]
    [InlineData("cookie of another attempt")]
    [InlineData("cookie missing")]
    [InlineData("ten minutes later")]
    public async Task Callback_that_was_tampered_with_exchanges_nothing_and_ends_the_attempt(string attack)
    {
        using var other = _site.Browser();
        var theirs = await BeginAnotherAsync(other);
        var query = HttpUtility.ParseQueryString(_callback.Query);
        switch (attack)
        {
            case "state changed":
                query["state"] = (query["state"]![0] == 'A' ? 'B' : 'A') + query["state"]![1..];
                break;
            case "state of another attempt":
                query["state"] = HttpUtility.ParseQueryString(theirs.Query)["state"];
                break;
            case "cookie changed":
                Keep(_browser, Binding(_browser)[..^6] + "AAAAAA");
                break;
            case "cookie of another attempt":
                Keep(_browser, Binding(other));
                break;
            case "cookie missing":
                Keep(_browser, null);
                break;
            case "ten minutes later":
                _site.Clock.Advance(TimeSpan.FromMinutes(10));
                break;
            default:
                query.Remove(attack.Split(' ')[0]);
                break;
        }

        await RefusedAsync(_browser, $"/callback?{query}");

        // Whoever comes back with the right query finds the cookie spent.
        await RefusedAsync(_browser, _callback.PathAndQuery);
    }

    [Fact]
    public async Task Callbacks_swapped_between_two_browsers_exchange_nothing()
    {
        using var other = _site.Browser();
        var theirs = await BeginAnotherAsync(other);
        await RefusedAsync(_browser, theirs.PathAndQuery);
        await RefusedAsync(other, _callback.PathAndQuery);
    }

    [Fact]
    public async Task Callback_sent_twelve_times_at_once_exchanges_once()
    {
        var cookies = _browser.Cookies.GetCookieHeader(new(_site.Address, "/admin/xero/callback"));
        var browsers = Enumerable.Range(0, 12).Select(_ => _site.Browser()).ToList();
        browsers.ForEach(browser => browser.Headers["Cookie"] = cookies);

        var answers = await Task.WhenAll(browsers.Select(browser => browser.GetAsync(_callback.PathAndQuery)));

        Assert.All(answers, answer => Assert.Equal((302, "/admin/xero/configurations"), (answer.Status, answer.Location)));
        Assert.Equal(1, Exchanges);
        Assert.NotNull((await _site.Get<IConfigurationStore>().GetAsync(_configuration.Id, default))!.Connection);
        browsers.ForEach(browser => browser.Dispose());
    }

    private static string Binding(Browser browser) => browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == Cookie).Value;

    /// <summary>Puts another value in the place of the cookie that binds the browser, or none.</summary>
    private static void Keep(Browser browser, string? value)
    {
        var cookie = browser.Cookies.GetAllCookies().Single(known => known.Name == Cookie);
        cookie.Expired = value is null;
        if (value is not null)
        {
            browser.Cookies.Add(new Cookie(Cookie, value, cookie.Path, cookie.Domain));
        }
    }

    private async Task<Uri> BeginAnotherAsync(Browser other)
    {
        var configuration = await _site.AddConfigurationAsync(other, SamplePorts.South);
        return _site.Xero.Control.Authorize(await AdminSite.BeginAsync(other, configuration), _site.Xero.Control.Organisations[1].Id);
    }

    private async Task RefusedAsync(Browser browser, string callback)
    {
        var answer = await browser.GetAsync(callback);
        Assert.Equal((302, "/admin/xero/configurations"), (answer.Status, answer.Location));
        Assert.Contains("belongs to no connection begun here", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Equal(0, Exchanges);
        Assert.All(await _site.Get<IConfigurationStore>().ListAsync(default), configuration => Assert.Null(configuration.Connection));
    }
}
