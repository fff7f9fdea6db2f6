using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class SkinTests
{
    private static readonly Uri Redirect = new("https://kompass.example/callback");

    private static Uri Authorize(EmulatorEndpoints endpoints, string scopes = "openid profile email offline_access accounting.contacts accounting.settings.read") =>
        new($"{endpoints.AuthorizeUrl}?response_type=code&client_id=kompass-emulator&redirect_uri={Uri.EscapeDataString(Redirect.AbsoluteUri)}&scope={Uri.EscapeDataString(scopes)}&state=abc");

    [Fact]
    public async Task Server_whole_consent_over_http_then_a_call_answers_json()
    {
        var emulator = new XeroEmulator();
        await using var server = await EmulatorServer.StartAsync(emulator);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        var url = Authorize(server.Endpoints);

        var page = await http.GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains(emulator.Control.TenantId.ToString(), await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var consent = new FormUrlEncodedContent([new("tenant", emulator.Control.TenantId.ToString()), new("decision", "allow")]);
        var back = await http.PostAsync(url, consent);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.StartsWith(Redirect.AbsoluteUri + "?code=", back.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        var code = FormValues.Parse(back.Headers.Location.Query[1..])["code"]!;

        using var exchange = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", Redirect.AbsoluteUri),
            new("client_id", "kompass-emulator"), new("client_secret", "emulator-secret"),
        ]);
        var tokens = JsonNode.Parse(await (await http.PostAsync(server.Endpoints.TokenUrl, exchange)).Content.ReadAsStringAsync())!;
        Assert.Equal(1800, tokens["expires_in"]!.GetValue<int>());

        using var call = new HttpRequestMessage(HttpMethod.Get, server.Endpoints.ApiUrl + "/Organisation");
        call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens["access_token"]!.GetValue<string>());
        call.Headers.Add("xero-tenant-id", emulator.Control.TenantId.ToString());
        call.Headers.Accept.ParseAdd("application/json");
        var answer = await http.SendAsync(call);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("59", answer.Headers.GetValues("X-MinLimit-Remaining").Single());
        Assert.Null(answer.Headers.ETag);
        var organisation = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["Organisations"]![0]!;
        Assert.Equal("Demo Company (UK)", organisation["Name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("https://api.xero.com/api.xro/2.0/Organisation")]
    [InlineData("http://elsewhere.example/api.xro/2.0/organisation")]
    public async Task Handler_any_host_routes_by_path(string address)
    {
        var xero = new Xero();
        using var http = new HttpClient(xero.Emulator.CreateHandler());
        using var call = new HttpRequestMessage(HttpMethod.Get, address);
        call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", xero.Token);
        call.Headers.Add("xero-tenant-id", xero.Tenant.ToString());
        call.Headers.Accept.ParseAdd("application/json");

        var answer = await http.SendAsync(call);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void Handle_relative_address_is_refused() =>
        Assert.Throws<ArgumentException>(() => new EmulatedRequest("GET", new Uri("/connections", UriKind.Relative)));
}
