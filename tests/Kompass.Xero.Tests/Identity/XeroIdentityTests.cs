using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace Kompass.Xero.Tests;

public sealed class XeroIdentityTests : IDisposable
{
    private readonly Bench _bench = new();

    private XeroIdentity Identity => _bench.Get<XeroIdentity>();

    [Fact]
    [Trait("Security", "authorisation code")]
    [Trait("Security", "scopes")]
    public void Begin_address_carries_state_challenge_and_every_scope()
    {
        var request = Identity.Begin();

        var query = HttpUtility.ParseQueryString(request.Url.Query);
        Assert.Equal("https://login.xero.com/identity/connect/authorize", request.Url.GetLeftPart(UriPartial.Path));
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("client-id", query["client_id"]);
        Assert.Equal("https://kompass.example/admin/xero/callback", query["redirect_uri"]);
        Assert.Equal(
            "openid profile email offline_access accounting.contacts accounting.invoices accounting.manualjournals accounting.settings.read",
            query["scope"]);
        Assert.Equal(request.State, query["state"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(request.CodeVerifier))), query["code_challenge"]);
        Assert.Null(query["acr_values"]);
        Assert.Equal(43, request.State.Length);
        Assert.Equal(43, request.CodeVerifier.Length);
        Assert.NotEqual(request.State, request.CodeVerifier);
        Assert.NotEqual(request.State, Identity.Begin().State);
        Assert.DoesNotContain(request.CodeVerifier, request.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task ExchangeAsync_sends_code_verifier_and_secret_and_reads_the_claims()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer(Bench.Jwt(scopes: ["accounting.contacts", "offline_access"]), "refresh-9"));

        var tokens = await Identity.ExchangeAsync("the-code", "the-verifier", default);

        var sent = Assert.Single(_bench.Stub.Seen);
        var form = HttpUtility.ParseQueryString(sent.Body);
        Assert.Equal("https://identity.xero.com/connect/token", sent.Address.AbsoluteUri);
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal("the-code", form["code"]);
        Assert.Equal("the-verifier", form["code_verifier"]);
        Assert.Equal("https://kompass.example/admin/xero/callback", form["redirect_uri"]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"client-id:{Bench.ClientSecret}")), sent.Header("Authorization"));
        Assert.Equal("user-1", tokens.UserId);
        Assert.Equal("consent-1", tokens.AuthenticationEventId);
        Assert.Equal(["accounting.contacts", "offline_access"], tokens.Scopes);
        Assert.Equal(Clock.Start.AddSeconds(1800), tokens.ExpiresAt);
        Assert.Null(tokens.PreviousRefreshToken);
    }

    [Fact]
    public async Task ExchangeAsync_without_refresh_token_names_the_scope()
    {
        _bench.Stub.ThenJson("""{"access_token":"a","expires_in":1800,"token_type":"Bearer"}""");

        var e = await Assert.ThrowsAsync<XeroIdentityException>(() => Identity.ExchangeAsync("c", "v", default));

        Assert.Contains("offline_access", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefreshAsync_keeps_the_replaced_token_and_the_consent()
    {
        _bench.Stub.ThenJson(Bench.TokenAnswer("access-2", "refresh-2"));

        var renewed = await Identity.RefreshAsync(_bench.Tokens() with { AuthenticationEventId = "consent-1" }, default);

        Assert.Equal("refresh-2", renewed.RefreshToken);
        Assert.Equal("refresh-1", renewed.PreviousRefreshToken);
        Assert.Equal(Clock.Start, renewed.RotatedAt);
        Assert.Equal("user-1", renewed.UserId);
        Assert.Equal("consent-1", renewed.AuthenticationEventId);
    }

    [Fact]
    public async Task RefreshAsync_refused_tries_the_previous_token_once_inside_its_grace()
    {
        _bench.Stub.ThenStatus(400, """{"error":"invalid_grant"}""", "application/json").ThenJson(Bench.TokenAnswer("access-3", "refresh-3"));

        var renewed = await Identity.RefreshAsync(WithPrevious(minutesAgo: 29), default);

        Assert.Equal("refresh-3", renewed.RefreshToken);
        Assert.Equal(["refresh-1", "refresh-0"], _bench.Stub.Seen.Select(s => HttpUtility.ParseQueryString(s.Body)["refresh_token"]));
    }

    [Fact]
    public async Task RefreshAsync_refused_twice_is_final()
    {
        _bench.Stub.ThenStatus(400, """{"error":"invalid_grant"}""", "application/json");

        var e = await Assert.ThrowsAsync<XeroIdentityException>(() => Identity.RefreshAsync(WithPrevious(minutesAgo: 5), default));

        Assert.Equal(XeroIdentityFault.ReconnectRequired, e.Fault);
        Assert.Equal(2, _bench.Stub.Seen.Count);
    }

    [Fact]
    public async Task RefreshAsync_refused_after_the_grace_is_final_at_once()
    {
        _bench.Stub.ThenStatus(400, """{"error":"invalid_grant"}""", "application/json");

        await Assert.ThrowsAsync<XeroIdentityException>(() => Identity.RefreshAsync(WithPrevious(minutesAgo: 30), default));

        Assert.Single(_bench.Stub.Seen);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant"}""", "application/json", "ReconnectRequired")]
    [InlineData(400, """{"error":"invalid_client"}""", "application/json", "Configuration")]
    [InlineData(401, """{"error":"unauthorized_client"}""", "application/json", "Configuration")]
    [InlineData(400, """{"error":"invalid_scope"}""", "application/json", "Configuration")]
    [InlineData(500, """{"error":"invalid_grant"}""", "application/json", "Transient")]
    [InlineData(503, "maintenance", "text/plain", "Transient")]
    [InlineData(429, "", "text/plain", "Transient")]
    [InlineData(200, "<html>", "text/html", "Transient")]
    [InlineData(200, "{\"access_tok", "application/json", "Transient")]
    [InlineData(400, "", "text/plain", "Transient")]
    public async Task RefreshAsync_failures_are_told_apart(int status, string body, string type, string expected)
    {
        _bench.Stub.ThenStatus(status, body, type);

        var e = await Assert.ThrowsAsync<XeroIdentityException>(() => Identity.RefreshAsync(_bench.Tokens(), default));

        Assert.Equal(expected, e.Fault.ToString());
    }

    [Fact]
    public async Task RefreshAsync_no_answer_is_transient()
    {
        _bench.Stub.ThenHang();

        var e = await Assert.ThrowsAsync<XeroIdentityException>(() => _bench.Time.RunAsync(Identity.RefreshAsync(_bench.Tokens(), default)));

        Assert.Equal(XeroIdentityFault.Transient, e.Fault);
    }

    [Fact]
    public async Task RevokeAsync_sends_the_refresh_token()
    {
        _bench.Stub.ThenStatus(200);

        await Identity.RevokeAsync(_bench.Tokens(), default);

        var sent = Assert.Single(_bench.Stub.Seen);
        Assert.Equal("/connect/revocation", sent.Path);
        Assert.Equal("refresh-1", HttpUtility.ParseQueryString(sent.Body)["token"]);
    }

    [Fact]
    public async Task ListAsync_only_organisations_of_that_consent()
    {
        _bench.Stub.ThenJson(
            """
            [{"id":"c1","authEventId":"old","tenantId":"t1","tenantType":"ORGANISATION","tenantName":"Older","createdDateUtc":"2019-12-07T18:46:19.5165400"},
             {"id":"c2","authEventId":"CONSENT-1","tenantId":"t2","tenantType":"ORGANISATION","tenantName":"Wanted"},
             {"id":"c3","authEventId":"consent-1","tenantId":"t3","tenantType":"PRACTICE","tenantName":"Practice"}]
            """);

        var found = await _bench.Get<XeroConnections>().ListAsync("access-1", "consent-1", default);

        Assert.Equal("Wanted", Assert.Single(found).TenantName);
        Assert.Equal("https://api.xero.com/connections?authEventId=consent-1", _bench.Stub.Seen[0].Address.AbsoluteUri);
        Assert.Null(_bench.Stub.Seen[0].Header("xero-tenant-id"));
    }

    [Fact]
    [Trait("Security", "scopes")]
    public void Missing_scope_is_named_and_wider_ones_count()
    {
        var requested = XeroScopes.Requested(_bench.Options);

        Assert.Equal(["accounting.manualjournals"], XeroScopes.Missing(requested, ["accounting.contacts", "accounting.invoices", "accounting.settings"]));
        Assert.Empty(XeroScopes.Missing(requested, ["accounting.contacts", "accounting.transactions", "accounting.settings.read"]));
        Assert.Contains("accounting.contacts", XeroScopes.Missing(requested, ["accounting.contacts.read"]));
    }

    public void Dispose() => _bench.Dispose();

    private TokenSet WithPrevious(int minutesAgo) =>
        _bench.Tokens() with { PreviousRefreshToken = "refresh-0", RotatedAt = Clock.Start.AddMinutes(-minutesAgo) };
}
