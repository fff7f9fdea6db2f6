using Kompass.Accounting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Every endpoint of the route table, so that a new one cannot escape.</summary>
public sealed class EndpointProtectionTests(SharedSite shared) : IClassFixture<SharedSite>
{
    private readonly AdminSite _site = shared.Site;

    /// <summary>All of them but one, which has its own proof: <see cref="WebhookTests"/> and <see cref="WebhookHostTests"/>.</summary>
    private IReadOnlyList<RouteEndpoint> Protected => [.. _site.Endpoints.Where(endpoint => endpoint.RoutePattern.RawText != AdminSite.Webhook)];

    [Fact]
    [Trait("Security", "authorisation")]
    public void Webhook_is_the_one_endpoint_that_asks_for_a_signature_in_place_of_the_policy()
    {
        var webhook = Assert.Single(_site.Endpoints.Except(Protected));
        Assert.NotNull(webhook.Metadata.GetMetadata<IAllowAnonymous>());
        Assert.Equal(["POST"], webhook.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        Assert.Same(WebhookEndpoint.Mark, webhook.Metadata.GetMetadata<WebhookEndpoint>());
        Assert.All(Protected, endpoint => Assert.Null(endpoint.Metadata.GetMetadata<WebhookEndpoint>()));
    }

    [Fact]
    [Trait("Security", "authorisation")]
    public void Endpoints_each_ask_for_the_policy()
    {
        Assert.True(Protected.Count >= 30);
        Assert.All(Protected, endpoint =>
        {
            Assert.Contains(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), data => data.Policy == TestUsers.Policy);
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
        });
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("staff", 403)]
    [InlineData("clerk", 403)]
    [InlineData("manager", 403)]
    [Trait("Article", "O.2")]
    [Trait("Article", "P.3")]
    [Trait("Security", "authorisation")]
    public async Task Endpoints_refuse_who_is_not_an_administrator_with_the_permission(string? user, int status)
    {
        using var browser = _site.Browser(user);
        foreach (var (method, path) in Calls())
        {
            var answer = method == "GET" ? await browser.GetAsync(path) : await browser.PostAsync(path);
            Assert.True(answer.Status == status, $"{method} {path} answered {answer.Status}");
            Assert.Empty(answer.Html);
        }
    }

    [Fact]
    [Trait("Security", "csrf")]
    public async Task Endpoints_that_change_something_refuse_a_request_without_token()
    {
        using var browser = _site.Browser();
        var before = await CountAsync();
        var posts = Calls().Where(call => call.Method == "POST").ToList();
        Assert.True(posts.Count >= 11);
        foreach (var (_, path) in posts)
        {
            var answer = await browser.PostAsync(path, ("organisation", "S"), ("selected", "x"));
            Assert.True(answer.Status == 400, $"POST {path} answered {answer.Status}");
            Assert.Contains("The page was too old", answer.Html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    [Trait("Security", "csrf")]
    public async Task Endpoints_that_change_something_refuse_another_users_token()
    {
        using var browser = _site.Browser();
        var token = Browser.Token((await browser.GetAsync("/configurations/add")).Html);
        var before = await CountAsync();
        browser.SignInAs("mailless");
        var answer = await browser.PostAsync("/configurations/add", ("__RequestVerificationToken", token), ("organisation", "N"));
        Assert.Equal(400, answer.Status);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [Trait("Security", "csrf")]
    public async Task Endpoints_that_change_something_refuse_a_request_from_another_site(string site)
    {
        using var browser = _site.Browser();
        var token = Browser.Token((await browser.GetAsync("/configurations/add")).Html);
        var before = await CountAsync();
        browser.Headers["Sec-Fetch-Site"] = site;
        foreach (var (_, path) in Calls().Where(call => call.Method == "POST"))
        {
            var answer = await browser.PostAsync(path, ("__RequestVerificationToken", token), ("organisation", "N"));
            Assert.True(answer.Status == 403, $"POST {path} answered {answer.Status}");
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    [Trait("Security", "csrf")]
    public async Task Endpoints_answer_only_to_GET_and_POST() =>
        Assert.All(Protected, endpoint => Assert.Subset(
            new HashSet<string> { "GET", "POST" }, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.ToHashSet()));

    [Fact]
    [Trait("Security", "headers")]
    public async Task Pages_each_carry_the_headers_and_neither_script_nor_inline_style()
    {
        using var browser = _site.Browser();
        var configuration = await _site.ConnectAsync(browser);
        foreach (var (_, path) in Calls(configuration.Id.Value).Where(call => call.Method == "GET"))
        {
            var answer = await browser.GetAsync(path);
            var policy = answer.Headers["Content-Security-Policy"];
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
            Assert.DoesNotContain("<script", answer.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", answer.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" on", string.Concat(answer.Html.Split('<').Where(tag => tag.StartsWith("body", StringComparison.Ordinal))), StringComparison.Ordinal);
            Assert.DoesNotContain(AdminSite.Secret, answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Security", "headers")]
    public async Task Pages_are_never_stored_by_a_cache()
    {
        using var browser = _site.Browser();
        Assert.Equal("no-store", (await browser.GetAsync("/configurations")).Headers["Cache-Control"]);
    }

    private IEnumerable<(string Method, string Path)> Calls(Guid? id = null) =>
        from endpoint in Protected
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, Filled(endpoint.RoutePattern.RawText!, id ?? Guid.Empty));

    private async Task<int> CountAsync() => (await _site.Get<IConfigurationStore>().ListAsync(default)).Count;

    private static string Filled(string pattern, Guid id) =>
        pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal).Replace("{ticket}", "ticket", StringComparison.Ordinal);
}
