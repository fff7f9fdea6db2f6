using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>What changes something is a POST with the token of this user; what is a GET changes nothing.</summary>
[Trait("Security", "csrf")]
public sealed class ForgeryTests : IAsyncLifetime
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

    [Theory]
    [InlineData("none")]
    [InlineData("damaged")]
    [InlineData("another user's")]
    [InlineData("without its cookie")]
    public async Task Endpoints_that_change_something_refuse_a_token_that_is_not_this_users(string token)
    {
        var good = Browser.Token((await _browser.GetAsync("/configurations/add")).Html);
        using var other = _site.Browser();
        var browser = token == "without its cookie" ? other : _browser;
        browser.SignInAs(token == "another user's" ? "mailless" : "admin");
        var sent = token switch { "none" => "", "damaged" => good[..^4] + "AAAA", _ => good };
        var before = await StateAsync();
        var posts = Paths("POST");
        Assert.True(posts.Count >= 20, $"Only {posts.Count} endpoints.");
        foreach (var path in posts)
        {
            var answer = await browser.PostAsync(
                path, ("__RequestVerificationToken", sent), ("configuration", _connected.Id.ToString()), ("selected", _connected.Id.ToString()), ("action", "disconnect"));
            Assert.True(answer.Status == 400, $"POST {path} answered {answer.Status}");
        }

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Endpoints_that_are_read_change_nothing()
    {
        var before = await StateAsync();
        foreach (var path in Paths("GET"))
        {
            await _browser.GetAsync($"{path}?configuration={_connected.Id}&client=C-1&action=disconnect&confirm=true&organisation=S");
        }

        Assert.Equal(before, await StateAsync());
    }

    private IReadOnlyList<string> Paths(string method) => Routes.Of(_site, method, _ => _connected.Id.ToString());

    private async Task<string> StateAsync() => string.Join(
        '\n',
        [
            .. (await _site.Get<IConfigurationStore>().ListAsync(default)).Select(configuration => $"{configuration.Id} {configuration.Version}"),
            .. (await _site.Get<IAuditTrail>().ReadAsync(new(), default)).Select(entry => $"{entry}"),
            .. Enum.GetValues<JobKind>().Select(kind => $"{kind} {_site.Get<JobQueue>().StatusOf(_connected.Id, kind)}"),
        ]);
}
