using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class ControlSurfaceTests : IDisposable
{
    private readonly Xero _xero = new();
    private readonly HttpClient _http;

    public ControlSurfaceTests() => _http = new HttpClient(_xero.Emulator.CreateHandler()) { BaseAddress = new Uri("http://localhost/_emulator/") };

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode?> AskAsync(string method, string path, string? body = null, int status = 0)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == 0 ? response.IsSuccessStatusCode : (int)response.StatusCode == status, $"{response.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private string Organisation(string path) => $"organisations/{_xero.Tenant}/{path}";

    [Fact]
    public async Task Root_lists_every_route()
    {
        var routes = (await AskAsync("GET", ""))!.AsArray();
        Assert.Equal(ControlSurface.Routes.Count, routes.Count);
        Assert.Contains(routes, route => route!["path"]!.GetValue<string>() == "/_emulator/organisations/{tenant}/contacts/{id}/merge");
    }

    [Fact]
    public async Task Records_are_added_changed_and_seen_in_the_books()
    {
        var loser = (await AskAsync("POST", Organisation("contacts"), """{"name":"Old"}"""))!["id"]!.GetValue<string>();
        var winner = (await AskAsync("POST", Organisation("contacts"), """{"name":"New","contactNumber":"C1"}"""))!["id"]!.GetValue<string>();
        await AskAsync("POST", Organisation($"contacts/{winner}/rename"), """{"name":"Newer"}""");
        await AskAsync("POST", Organisation($"contacts/{loser}/merge"), $$"""{"into":"{{winner}}"}""");
        var invoice = (await AskAsync("POST", Organisation("documents"), $$"""{"contactId":"{{winner}}","type":"ACCREC","number":"A-1","date":"2026-11-01","net":50}"""))!["id"]!.GetValue<string>();
        await AskAsync("POST", Organisation($"invoices/{invoice}/pay"), """{"amount":50,"date":"2026-11-02"}""");
        await AskAsync("POST", Organisation("lock-dates"), """{"periodLockDate":"2026-10-31"}""");

        var books = (await AskAsync("GET", Organisation("books")))!;
        Assert.Equal(["ARCHIVED", "ACTIVE"], books["contacts"]!.AsArray().OrderBy(contact => contact!["name"]!.GetValue<string>() == "Newer").Select(contact => contact!["status"]!.GetValue<string>()));
        Assert.Equal("PAID", books["invoices"]![0]!["status"]!.GetValue<string>());
        Assert.Equal("2026-10-31", books["organisation"]!["periodLockDate"]!.GetValue<string>());
        Assert.NotEmpty(books["ledger"]!.AsArray());
    }

    [Fact]
    public async Task Every_other_record_can_be_added()
    {
        await AskAsync("POST", Organisation("accounts"), """{"code":"999","name":"Extra"}""");
        await AskAsync("POST", Organisation("tax-rates"), """{"taxType":"TAX001","name":"Own","rate":7.5}""");
        await AskAsync("POST", Organisation("items"), """{"code":"I1","name":"Item"}""");
        await AskAsync("POST", Organisation("currencies"), """{"code":"EUR"}""");
        await AskAsync("POST", Organisation("tracking-categories"), """{"name":"Region","options":"North|South"}""");
        var books = _xero.Books;
        Assert.Contains(books.Accounts, account => account.Code == "999");
        Assert.Contains(books.TaxRates, rate => rate is { TaxType: "TAX001", Rate: 7.5m });
        Assert.Contains(books.Items, item => item.Code == "I1");
        Assert.Contains("EUR", books.Currencies);
        Assert.Equal(2, Assert.Single(books.TrackingCategories).Options.Count);
    }

    [Fact]
    public async Task Clock_advances()
    {
        var now = (await AskAsync("POST", "clock", """{"advance":"00:30:00"}"""))!["now"]!.GetValue<DateTimeOffset>();
        Assert.Equal(Xero.Start.AddMinutes(30), now);
        Assert.Equal(401, _xero.Get("/Contacts").Status);
    }

    [Fact]
    public async Task Faults_are_injected_listed_and_removed()
    {
        await AskAsync("POST", "faults", """{"kind":"minuteLimit","method":"GET","pathPrefix":"/Contacts","count":2,"retryAfter":"00:00:07"}""");
        Assert.Equal((429, "7"), (_xero.Get("/Contacts").Status, _xero.Send("GET", "/Contacts").Header("Retry-After")));
        _xero.Get("/Contacts").Ok();
        await AskAsync("POST", "faults", """{"kind":"Unavailable","probability":0.5,"seed":7,"count":null}""");
        Assert.Equal("Unavailable", (await AskAsync("GET", "faults"))![0]!["kind"]!.GetValue<string>());
        await AskAsync("DELETE", "faults");
        Assert.Empty(_xero.Control.Faults);
    }

    [Fact]
    public async Task Consent_and_tokens_are_given_and_taken()
    {
        var url = "https://login.xero.com/identity/connect/authorize?response_type=code&client_id=kompass-emulator&redirect_uri=https%3A%2F%2Fk.example%2Fcb&scope=openid%20accounting.contacts&state=s";
        var other = (await AskAsync("POST", "organisations", """{"name":"Other"}"""))!["tenantId"]!.GetValue<string>();
        var back = (await AskAsync("POST", "consent", $$"""{"authorizeUrl":"{{url}}","tenants":["{{other}}"]}"""))!["location"]!.GetValue<string>();
        Assert.Contains("code=", back, StringComparison.Ordinal);
        Assert.Contains("error=access_denied", (await AskAsync("POST", "consent", $$"""{"authorizeUrl":"{{url}}","refuse":true}"""))!["location"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains((await AskAsync("GET", "connections"))!.AsArray(), connection => connection!["tenantId"]!.GetValue<string>() == other);
        _xero.Token = (await AskAsync("POST", "tokens", """{"scopes":"accounting.contacts"}"""))!["accessToken"]!.GetValue<string>();
        _xero.Get("/Contacts").Ok();
        await AskAsync("DELETE", "scopes/accounting.contacts");
        Assert.Equal(401, _xero.Get("/Contacts").Status);
        await AskAsync("POST", Organisation("disconnect"));
        Assert.DoesNotContain(_xero.Control.Connections, connection => connection.TenantId == _xero.Tenant);
    }

    [Fact]
    public async Task Switches_and_limits_are_set_by_name()
    {
        await AskAsync("POST", "switches", """{"postContactWithoutId":"IsRefused","missingScopeStatus":403}""");
        await AskAsync("POST", "limits", """{"perMinute":3}""");
        var options = _xero.Emulator.Options;
        Assert.Equal((PostWithoutId.IsRefused, 403, 3), (options.Switches.PostContactWithoutId, options.Switches.MissingScopeStatus, options.PerMinute));
        Assert.Equal("IsRefused", (await AskAsync("GET", "switches"))!["postContactWithoutId"]!.GetValue<string>());
        Assert.Equal(3, (await AskAsync("GET", "limits"))!["perMinute"]!.GetValue<int>());
        await AskAsync("POST", "limits", """{"clientSecret":"x"}""", 400);
    }

    [Fact]
    public async Task Seed_calls_and_egress_are_seen()
    {
        _xero.Get("/Contacts").Ok();
        _xero.Get("/Organisation").Ok();
        Assert.Equal(2, (await AskAsync("GET", "calls"))!.AsArray().Count);
        Assert.Equal(_xero.Control.Calls[0].Bytes, (await AskAsync("GET", Organisation("egress")))!["bytes"]!.GetValue<long>());
        await AskAsync("DELETE", "calls");
        await AskAsync("POST", Organisation("seed"), """{"seed":"demo"}""");
        Assert.NotEmpty(_xero.Books.Contacts);
        Assert.Empty(_xero.Control.Calls);
    }

    [Fact]
    public async Task Webhook_is_subscribed_checked_and_delivered()
    {
        var receiver = new OkReceiver();
        _xero.Emulator.Options.WebhookHandler = receiver;
        await AskAsync("PUT", "webhook", """{"url":"https://kompass.example/hooks","signingKey":"k","categories":"CONTACT"}""");
        Assert.False((await AskAsync("POST", "webhook/check"))!["passes"]!.GetValue<bool>());
        var shown = (await AskAsync("GET", "webhook"))!;
        Assert.Equal(("IntentToReceive", 5), (shown["state"]!.GetValue<string>(), shown["attempts"]!.AsArray().Count));
        Assert.Empty((await AskAsync("POST", "webhook/deliver"))!.AsArray());
        await AskAsync("DELETE", "webhook");
        Assert.Equal(WebhookState.Off, _xero.Control.Webhooks.State);
    }

    [Theory]
    [InlineData("GET", "nonsense", null, 404)]
    [InlineData("POST", "clock", "{}", 400)]
    [InlineData("POST", "clock", "[]", 400)]
    [InlineData("POST", "clock", "{", 400)]
    [InlineData("POST", "faults", """{"kind":"Nonsense"}""", 400)]
    [InlineData("GET", "organisations/55555555-5555-4555-8555-555555555555/books", null, 400)]
    [InlineData("GET", "organisations/nonsense/books", null, 400)]
    public async Task Mistakes_are_told(string method, string path, string? body, int status) =>
        Assert.NotEmpty((await AskAsync(method, path, body, status))!["error"]!.GetValue<string>());

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("http://localhost:5555", 200)]
    public async Task Pages_of_other_sites_are_refused(string origin, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "clock");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using var response = await _http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Surface_can_be_left_out()
    {
        _xero.Emulator.Options.ServesControl = false;
        using var response = await _http.GetAsync("clock");
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task Surface_is_served_over_http_and_is_no_call()
    {
        await using var server = await EmulatorServer.StartAsync(_xero.Emulator);
        using var http = new HttpClient();
        var clock = await http.GetFromJsonAsync<JsonObject>(new Uri(server.BaseAddress, "/_emulator/clock"));
        Assert.Equal(Xero.Start, clock!["now"]!.GetValue<DateTimeOffset>());
        Assert.Empty(_xero.Control.Calls);
    }

    private sealed class OkReceiver : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage());
    }
}
