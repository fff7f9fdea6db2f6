using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Out to Xero and back: only in the browser, and for the user, that began it.</summary>
public sealed class ConnectTests : IAsyncLifetime
{
    private AdminSite _site = null!;

    public async Task InitializeAsync() => _site = await AdminSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    [Trait("Article", "2.2")]
    [Trait("Article", "2.3")]
    [Trait("Article", "2.8")]
    public async Task Authorising_connects_and_comes_back_with_the_organisations_name()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        var atXero = await AdminSite.BeginAsync(browser, configuration);
        Assert.Equal("login.xero.com", atXero.Host);
        Assert.Contains("code_challenge_method=S256", atXero.Query, StringComparison.Ordinal);

        var answer = await browser.GetAsync(_site.Xero.Control.Authorize(atXero).PathAndQuery);
        Assert.Equal((302, "/admin/xero/configurations"), (answer.Status, answer.Location));
        var page = await browser.FollowAsync(answer);
        Assert.Contains("Connected to the Xero organisation 'Demo Company (UK)'", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Connected to the Xero organisation", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "2.9")]
    [Trait("Article", "2.10")]
    public async Task Authorising_several_selects_the_first_and_names_the_others()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        Guid[] both = [.. _site.Xero.Control.Organisations.Select(organisation => organisation.Id)];
        var page = await browser.FollowAsync(
            await browser.GetAsync(_site.Xero.Control.Authorize(await AdminSite.BeginAsync(browser, configuration), both).PathAndQuery));
        Assert.Contains("'Demo Company (UK)'", page.Text, StringComparison.Ordinal);
        Assert.Contains("'Second Company'", page.Text, StringComparison.Ordinal);

    }

    [Fact]
    public async Task Another_organisation_takes_over_only_after_a_disconnection_and_once_its_name_is_typed()
    {
        using var browser = _site.Browser();
        var configuration = await _site.ConnectAsync(browser);
        var second = _site.Xero.Control.Organisations[1].Id;
        var refused = await browser.FollowAsync(await ConsentAsync(browser, configuration, second));
        Assert.Contains("the consent was for 'Second Company'. Nothing was changed.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Demo Company (UK)", (await ReadAsync(configuration)).Connection!.OrganisationName);

        await browser.SubmitAsync("/configurations", $"/configurations/{configuration.Id}/disconnect");
        var answer = await ConsentAsync(browser, configuration, second);
        var path = $"/configurations/{configuration.Id}/confirm";
        Assert.Equal($"/admin/xero{path}", answer.Location);
        var ask = await browser.FollowAsync(answer);
        Assert.Contains("You authorised <strong>Second Company</strong>", ask.Html, StringComparison.Ordinal);
        Assert.Contains("Confirm Second Company", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);

        var wrong = await browser.SubmitAsync(path, path, ("organisation", "Demo Company (UK)"));
        Assert.Equal(422, wrong.Status);
        Assert.Null((await ReadAsync(configuration)).Connection);

        var moved = await browser.FollowAsync(await browser.SubmitAsync(path, path, ("organisation", "Second Company")));
        Assert.Contains("Connected to the Xero organisation 'Second Company'", moved.Text, StringComparison.Ordinal);
        Assert.Equal("Second Company", (await ReadAsync(configuration)).Connection!.OrganisationName);
        Assert.Contains("No organisation waits", (await browser.FollowAsync(await browser.GetAsync(path))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_connection_stands_on_the_list_and_on_the_configuration()
    {
        using var browser = _site.Browser();
        var configuration = await _site.ConnectAsync(browser);
        var store = _site.Get<IConfigurationStore>();
        var current = await ReadAsync(configuration);
        await store.SaveAsync(current with { Connection = current.Connection! with { Loss = new(_site.Clock.GetUtcNow(), "KX1104 gone.") } }, default);

        Assert.Contains("Reconnect required", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);
        var page = await browser.GetAsync($"/configurations/{configuration.Id}/home");
        Assert.Contains("Reconnect required since", page.Text, StringComparison.Ordinal);
        Assert.Contains("KX1104 gone.", page.Text, StringComparison.Ordinal);

        await ConsentAsync(browser, configuration, _site.Xero.Control.Organisations[0].Id);
        Assert.DoesNotContain("Reconnect required", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backlog_is_shown_with_its_figures_and_released_by_a_person()
    {
        using var browser = _site.Browser();
        var configuration = await _site.ConnectAsync(browser);
        var now = _site.Clock.GetUtcNow();
        await _site.Get<IConfigurationStore>().SaveAsync(
            await ReadAsync(configuration) with { Backlog = new(now, now, new() { InvoicesCreated = 1234, ContactsUpdated = 5 }) }, default);

        var path = $"/configurations/{configuration.Id}";
        var page = await browser.GetAsync(path + "/home");
        Assert.Contains("a run would make 1,239 changes", page.Text, StringComparison.Ordinal);
        Assert.Contains("1,234 invoices", page.Text, StringComparison.Ordinal);
        Assert.Contains("Waits for you", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);

        await browser.SubmitAsync(path + "/home", path + "/release");
        Assert.Equal("admin", (await ReadAsync(configuration)).Backlog!.ReleasedBy, ignoreCase: true);
        Assert.DoesNotContain("Waits for you", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task Binding_cookie_is_out_of_reach_of_scripts_and_short_lived()
    {
        using var browser = _site.Browser();
        var cookie = Cookie(await browser.GoAsync(await _site.AddConfigurationAsync(browser), "authorize"));
        Assert.StartsWith("kompass-xero-connect=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=600", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/admin/xero", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task Binding_cookie_has_the_host_prefix_on_https()
    {
        await using var site = await AdminSite.StartAsync("https://kompass.example/admin/xero/callback");
        using var browser = site.Browser();
        var token = Browser.Token((await browser.GetAsync("/configurations/add")).Html);
        await browser.PostAsync("/configurations/add", ("__RequestVerificationToken", token), ("organisation", "N"));
        var configuration = Assert.Single(await site.Get<IConfigurationStore>().ListAsync(default));
        var cookie = Cookie(await browser.GoAsync(configuration, "authorize"));
        Assert.StartsWith("__Host-kompass-xero-connect=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie + ";", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task Callback_in_another_browser_is_refused_and_the_code_is_not_exchanged()
    {
        using var browser = _site.Browser();
        using var other = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        var second = await _site.AddConfigurationAsync(other, SamplePorts.South);
        var callback = _site.Xero.Control.Authorize(await AdminSite.BeginAsync(browser, configuration));
        await AdminSite.BeginAsync(other, second);

        await RefusedAsync(other, callback);
        Assert.Null((await ReadAsync(configuration)).Connection);
        Assert.Null((await ReadAsync(second)).Connection);
        Assert.DoesNotContain(_site.Xero.Control.Calls, call => call.Path == "/connect/token");
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task Callback_for_another_user_of_the_same_browser_is_refused()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        var callback = _site.Xero.Control.Authorize(await AdminSite.BeginAsync(browser, configuration));
        browser.SignInAs("mailless");
        await RefusedAsync(browser, callback);
        Assert.Null((await ReadAsync(configuration)).Connection);
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task Callback_a_second_time_is_refused()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        var callback = _site.Xero.Control.Authorize(await AdminSite.BeginAsync(browser, configuration));
        var cookies = browser.Cookies.GetCookieHeader(new(_site.Address, "/admin/xero/callback"));
        await browser.GetAsync(callback.PathAndQuery);
        Assert.NotNull((await ReadAsync(configuration)).Connection);

        browser.Headers["Cookie"] = cookies;
        var exchanges = _site.Xero.Control.Calls.Count(call => call.Path == "/connect/token");
        var again = await browser.GetAsync(callback.PathAndQuery);
        browser.Headers.Clear();
        Assert.Contains("belongs to no connection begun here", (await browser.FollowAsync(again)).Text, StringComparison.Ordinal);
        Assert.Equal(exchanges, _site.Xero.Control.Calls.Count(call => call.Path == "/connect/token"));
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task Callback_after_ten_minutes_is_refused()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        var callback = _site.Xero.Control.Authorize(await AdminSite.BeginAsync(browser, configuration));
        _site.Clock.Advance(TimeSpan.FromMinutes(10));
        await RefusedAsync(browser, callback);
        Assert.Null((await ReadAsync(configuration)).Connection);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc")]
    [InlineData("?state=abc&code=abc")]
    [InlineData("?state=a&state=b&code=c")]
    [Trait("Security", "authorisation code")]
    public async Task Callback_that_nobody_began_is_refused(string query)
    {
        using var browser = _site.Browser();
        await RefusedAsync(browser, new($"http://localhost/admin/xero/callback{query}"));
    }

    [Fact]
    public async Task Refusing_in_Xero_connects_nothing_and_says_so()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        var page = await browser.FollowAsync(await browser.GetAsync(_site.Xero.Control.Refuse(await AdminSite.BeginAsync(browser, configuration)).PathAndQuery));
        Assert.Contains("refused in Xero", page.Text, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", page.Html, StringComparison.Ordinal);
        Assert.Null((await ReadAsync(configuration)).Connection);
    }

    [Fact]
    [Trait("Security", "redirect uri")]
    public async Task Redirect_uri_is_the_configured_one_whatever_the_host_header_says()
    {
        using var browser = _site.Browser();
        var configuration = await _site.AddConfigurationAsync(browser);
        browser.Headers["Host"] = "evil.example";
        browser.Headers["X-Forwarded-Host"] = "evil.example";
        var atXero = await AdminSite.BeginAsync(browser, configuration);
        Assert.Contains($"redirect_uri={Uri.EscapeDataString("http://localhost/admin/xero/callback")}", atXero.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", atXero.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", (await browser.GetAsync("/configurations")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "open redirect")]
    public async Task Callback_goes_nowhere_but_to_these_pages()
    {
        string[] paths =
        [
            "//evil.example", "/\\evil.example", "/%2f%2fevil.example", "https://evil.example/admin/xero/configurations",
            "/admin/xero/\r\nLocation: https://evil.example", "/admin/xero@evil.example", "/elsewhere", "/admin/xero/%2e%2e/%2e%2e/elsewhere",
        ];
        var connector = new Mock<ILedgerConnector>();
        var returned = "";
        connector.Setup(port => port.CompleteAsync(It.IsAny<AuthorizationResponse>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new ConnectResult { Outcome = ConnectOutcome.Connected, Message = "Connected.", ReturnPath = returned });
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(connector.Object)));
        using var browser = site.Browser();
        foreach (var path in paths)
        {
            returned = path;
            var answer = await browser.GetAsync("/callback?state=s&code=c");
            Assert.Equal((302, "/admin/xero/configurations"), (answer.Status, answer.Location));
        }
    }

    [Fact]
    public async Task Leaving_for_Xero_is_allowed_by_the_pages_own_policy()
    {
        using var browser = _site.Browser();
        Assert.Contains("form-action 'self' https://*.xero.com;", (await browser.GetAsync("/configurations")).Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    private static string Cookie(Answer answer) =>
        answer.Headers["Set-Cookie"].Split('\n').Single(cookie => cookie.Contains("kompass-xero-connect=", StringComparison.Ordinal));

    private static async Task RefusedAsync(Browser browser, Uri callback)
    {
        var answer = await browser.GetAsync(callback.PathAndQuery);
        Assert.Equal((302, "/admin/xero/configurations"), (answer.Status, answer.Location));
        Assert.Contains("belongs to no connection begun here", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }

    private async Task<Answer> ConsentAsync(Browser browser, SyncConfiguration configuration, Guid organisation) =>
        await browser.GetAsync(_site.Xero.Control.Authorize(await AdminSite.BeginAsync(browser, configuration), organisation).PathAndQuery);

    private async Task<SyncConfiguration> ReadAsync(SyncConfiguration configuration) =>
        (await _site.Get<IConfigurationStore>().GetAsync(configuration.Id, default))!;
}
