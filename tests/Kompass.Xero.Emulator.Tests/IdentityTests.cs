using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class IdentityTests
{
    private const string Redirect = "https://kompass.example/admin/xero/callback";
    private const string Scopes = "openid profile email offline_access accounting.contacts";
    private const string Verifier = "0123456789012345678901234567890123456789012345678901234567";
    private readonly Xero _xero = new(options => options.RedirectUris.Add(Redirect));

    private static string Challenge => Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static Uri AuthorizeUrl(string scopes = Scopes, string client = "kompass-emulator", string redirect = Redirect, string type = "code", string more = "") =>
        new("https://login.xero.com/identity/connect/authorize?response_type=" + type + "&client_id=" + client
            + "&redirect_uri=" + Uri.EscapeDataString(redirect) + "&scope=" + Uri.EscapeDataString(scopes) + "&state=s%2F1" + more);

    private static string Pkce => $"&code_challenge={Challenge}&code_challenge_method=S256";

    private static FormValues Callback(Uri uri) => FormValues.Parse(uri.Query[1..]);

    private string Code(string scopes = Scopes, params Guid[] tenants) => Callback(_xero.Control.Authorize(AuthorizeUrl(scopes, more: Pkce), tenants))["code"]!;

    private Answer Token(params (string Name, string Value)[] form) => Token("kompass-emulator", "emulator-secret", form);

    private Answer Token(string client, string secret, (string Name, string Value)[] form, string path = "/connect/token")
    {
        var body = string.Join('&', form.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        return new Answer(_xero.Emulator.Handle(new EmulatedRequest("POST", new Uri("https://identity.xero.com" + path), new Dictionary<string, string>
        {
            ["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{secret}")),
            ["Content-Type"] = "application/x-www-form-urlencoded",
        }, Encoding.UTF8.GetBytes(body))));
    }

    private Answer Exchange(string code, string verifier = Verifier, string redirect = Redirect) => Token(
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier));

    private Answer Refresh(string token) => Token(("grant_type", "refresh_token"), ("refresh_token", token));

    private static JsonObject Claims(string jwt)
    {
        var part = jwt.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')))!.AsObject();
    }

    private static void Error(string error, Answer answer)
    {
        Assert.Equal(400, answer.Status);
        Assert.Equal(error, answer["error"]!.GetValue<string>());
    }

    [Fact]
    public void Authorize_where_a_sign_in_is_asked_for_shows_the_organisations_only_after_it()
    {
        var xero = new XeroEmulator(new() { AsksForSignIn = true, RedirectUris = { Redirect } });
        EmulatedResponse Post(string body) => xero.Handle(new EmulatedRequest(
            "POST",
            AuthorizeUrl(more: Pkce),
            new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
            Encoding.UTF8.GetBytes(body)));
        string Text(EmulatedResponse response) => Encoding.UTF8.GetString(response.Body.Span);
        var tenant = xero.Control.TenantId;

        Assert.Contains("Log in to Xero", Text(xero.Handle(new EmulatedRequest("GET", AuthorizeUrl(more: Pkce), new Dictionary<string, string>(), default))), StringComparison.Ordinal);
        Assert.Contains("Enter your email address", Text(Post("decision=sign-in&email=&password=x")), StringComparison.Ordinal);
        Assert.Contains("Log in to Xero", Text(Post($"decision=allow&tenant={tenant}")), StringComparison.Ordinal);
        Assert.Contains("Log in to Xero", Text(Post($"decision=allow&tenant={tenant}&session=guessed")), StringComparison.Ordinal);

        var consent = Text(Post("decision=sign-in&email=a%40b.example&password=x"));
        Assert.Contains("wants access to", consent, StringComparison.Ordinal);
        var session = consent.Split("name=\"session\" value=\"")[1].Split('"')[0];
        Assert.Equal(302, Post($"decision=allow&tenant={tenant}&session={session}").Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/callback")]
    [InlineData("http://kompass.example/callback")]
    [InlineData("kompass://callback")]
    public void Authorize_to_an_address_that_Xero_would_not_register_is_refused_though_it_is_listed(string redirect)
    {
        _xero.Emulator.Options.RedirectUris.Add(redirect);
        var fault = Assert.Throws<InvalidOperationException>(() => _xero.Control.Authorize(AuthorizeUrl(redirect: redirect)));
        Assert.Contains("Invalid redirect_uri", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Authorize_allowed_goes_back_with_code_and_state()
    {
        var back = Callback(_xero.Control.Authorize(AuthorizeUrl(more: Pkce)));
        Assert.Equal("s/1", back["state"]);
        Assert.NotNull(back["code"]);
        Assert.NotNull(back["session_state"]);
    }

    [Fact]
    public void Authorize_refused_goes_back_with_access_denied()
    {
        var back = Callback(_xero.Control.Refuse(AuthorizeUrl()));
        Assert.Equal(("access_denied", "s/1", null), (back["error"], back["state"], back["code"]));
    }

    [Fact]
    public void Authorize_page_lists_organisations_and_refuses_frames()
    {
        var other = _xero.Control.AddOrganisation("Other & Co");
        var page = _xero.Emulator.Handle(new EmulatedRequest("GET", AuthorizeUrl()));
        Assert.Equal(200, page.Status);
        Assert.Contains("type=\"checkbox\"", page.Text, StringComparison.Ordinal);
        Assert.Contains(other.ToString(), page.Text, StringComparison.Ordinal);
        Assert.Contains("Other &amp; Co", page.Text, StringComparison.Ordinal);
        Assert.Equal("DENY", page.Header("X-Frame-Options"));
        var single = _xero.Emulator.Handle(new EmulatedRequest("GET", AuthorizeUrl(more: "&acr_values=bulk_connect:false")));
        Assert.Contains("type=\"radio\"", single.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Authorize_allowed_without_an_organisation_asks_again()
    {
        var page = _xero.Emulator.Handle(new EmulatedRequest("POST", AuthorizeUrl(), null, "decision=allow"u8.ToArray()));
        Assert.Equal(200, page.Status);
        Assert.Contains("Choose at least one organisation.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("someone-else", Redirect, Scopes, "unauthorized_client")]
    [InlineData("kompass-emulator", Redirect + "/", Scopes, "unauthorized_client")]
    [InlineData("kompass-emulator", "https://evil.example/", Scopes, "unauthorized_client")]
    [InlineData("kompass-emulator", Redirect, "openid accounting.transactions", "invalid_scope")]
    [InlineData("kompass-emulator", Redirect, "openid accounting.reports.read", "invalid_scope")]
    [InlineData("kompass-emulator", Redirect, "openid accounting.nonsense", "invalid_scope")]
    public void Authorize_wrong_request_is_told_on_a_page(string client, string redirect, string scopes, string error)
    {
        var page = _xero.Emulator.Handle(new EmulatedRequest("GET", AuthorizeUrl(scopes, client, redirect)));
        Assert.Equal(400, page.Status);
        Assert.Null(page.Header("Location"));
        Assert.Contains(error, page.Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => _xero.Control.Authorize(AuthorizeUrl(scopes, client, redirect)));
    }

    [Fact]
    public void Authorize_invalid_scope_redirects_when_the_switch_says_so()
    {
        _xero.Emulator.Options.Switches.InvalidScopeRedirects = true;
        Assert.Equal("invalid_scope", Callback(_xero.Control.Authorize(AuthorizeUrl("openid nonsense")))["error"]);
    }

    [Fact]
    public void Authorize_broad_scope_is_granted_when_the_switch_says_so()
    {
        _xero.Emulator.Options.Switches.AllowBroadScopes = true;
        Assert.NotNull(Callback(_xero.Control.Authorize(AuthorizeUrl("openid accounting.transactions")))["code"]);
    }

    [Theory]
    [InlineData("token", "", "unsupported_response_type")]
    [InlineData("code", "&code_challenge=x&code_challenge_method=plain", "invalid_request")]
    public void Authorize_unsupported_forms_go_back_with_an_error(string type, string more, string error) =>
        Assert.Equal(error, Callback(_xero.Control.Authorize(AuthorizeUrl(type: type, more: more)))["error"]);

    [Theory]
    [InlineData("http://127.0.0.1:5000/cb")]
    [InlineData("http://kompass.example/cb")]
    public void Authorize_unregistrable_redirect_is_refused_even_if_nothing_is_registered(string redirect)
    {
        var emulator = new XeroEmulator();
        Assert.Equal(400, emulator.Handle(new EmulatedRequest("GET", AuthorizeUrl(redirect: redirect))).Status);
        Assert.Equal(200, emulator.Handle(new EmulatedRequest("GET", AuthorizeUrl(redirect: "http://localhost:5000/cb"))).Status);
    }

    [Fact]
    public void Token_exchange_answers_all_tokens()
    {
        var tokens = Exchange(Code()).Ok();
        Assert.Equal((1800, "Bearer"), (tokens["expires_in"]!.GetValue<int>(), tokens["token_type"]!.GetValue<string>()));
        var access = Claims(tokens["access_token"]!.GetValue<string>());
        Assert.Equal("https://identity.xero.com", access["iss"]!.GetValue<string>());
        Assert.Equal("https://identity.xero.com/resources", access["aud"]!.GetValue<string>());
        Assert.Equal("kompass-emulator", access["client_id"]!.GetValue<string>());
        Assert.Equal(1800, access["exp"]!.GetValue<long>() - access["nbf"]!.GetValue<long>());
        Assert.Contains("accounting.contacts", access["scope"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        Assert.NotNull(access["xero_userid"]);
        Assert.NotNull(access["authentication_event_id"]);
        var id = Claims(tokens["id_token"]!.GetValue<string>());
        Assert.False(id.ContainsKey("authentication_event_id"));
        Assert.Equal("kompass-emulator", id["aud"]!.GetValue<string>());
        Assert.Equal("admin@kompass.example", id["email"]!.GetValue<string>());
    }

    [Fact]
    public void Token_code_is_used_once()
    {
        var code = Code();
        Exchange(code).Ok();
        Error("invalid_grant", Exchange(code));
    }

    [Fact]
    public void Token_code_expires_after_five_minutes()
    {
        var code = Code();
        _xero.Clock.Advance(TimeSpan.FromMinutes(5));
        Error("invalid_grant", Exchange(code));
    }

    [Fact]
    public void Token_wrong_verifier_spends_the_code()
    {
        var code = Code();
        Error("invalid_grant", Exchange(code, Verifier[1..] + "x"));
        Error("invalid_grant", Exchange(code));
    }

    [Fact]
    public void Token_wrong_redirect_is_refused() => Error("invalid_grant", Exchange(Code(), redirect: Redirect + "?x"));

    [Fact]
    public void Token_missing_verifier_is_refused() => Error("invalid_grant", Exchange(Code(), ""));

    [Theory]
    [InlineData("kompass-emulator", "wrong", "invalid_client")]
    [InlineData("someone-else", "emulator-secret", "unauthorized_client")]
    [InlineData("", "", "invalid_request")]
    public void Token_wrong_client_is_told(string client, string secret, string error) =>
        Error(error, Token(client, secret, [("grant_type", "refresh_token"), ("refresh_token", "x")]));

    [Fact]
    public void Token_secret_may_be_posted()
    {
        var body = Encoding.UTF8.GetBytes($"grant_type=authorization_code&code={Code()}&redirect_uri={Uri.EscapeDataString(Redirect)}&code_verifier={Verifier}&client_id=kompass-emulator&client_secret=emulator-secret");
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" };
        Assert.Equal(200, _xero.Emulator.Handle(new EmulatedRequest("POST", new Uri("https://identity.xero.com/connect/token"), headers, body)).Status);
    }

    [Fact]
    public void Token_request_as_json_is_refused()
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        Error("invalid_request", new Answer(_xero.Emulator.Handle(new EmulatedRequest("POST", new Uri("https://identity.xero.com/connect/token"), headers, "{}"u8.ToArray()))));
    }

    [Fact]
    public void Token_without_offline_access_has_no_refresh_token()
    {
        var tokens = Exchange(Code("openid accounting.contacts")).Ok();
        Assert.Null(tokens["refresh_token"]);
    }

    [Fact]
    public void Refresh_rotates_and_the_old_token_has_thirty_minutes_of_grace()
    {
        var first = Exchange(Code()).Ok()["refresh_token"]!.GetValue<string>();
        var second = Refresh(first).Ok()["refresh_token"]!.GetValue<string>();
        Assert.NotEqual(first, second);
        _xero.Clock.Advance(TimeSpan.FromMinutes(30));
        var third = Refresh(first).Ok()["refresh_token"]!.GetValue<string>();
        Assert.NotEqual(second, third);
        _xero.Clock.Advance(TimeSpan.FromSeconds(1));
        Error("invalid_grant", Refresh(first));
        Refresh(third).Ok();
    }

    [Fact]
    public void Refresh_token_idle_for_sixty_days_is_dead()
    {
        var token = Exchange(Code()).Ok()["refresh_token"]!.GetValue<string>();
        _xero.Clock.Advance(TimeSpan.FromDays(59));
        token = Refresh(token).Ok()["refresh_token"]!.GetValue<string>();
        _xero.Clock.Advance(TimeSpan.FromDays(60));
        Error("invalid_grant", Refresh(token));
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Second_consent_ends_the_first_by_the_switch(bool ends, int status)
    {
        _xero.Emulator.Options.Switches.SecondConsentEndsEarlierTokens = ends;
        var first = Exchange(Code()).Ok()["refresh_token"]!.GetValue<string>();
        Exchange(Code()).Ok();
        Assert.Equal(status, Refresh(first).Status);
    }

    [Fact]
    public void Scopes_add_up_over_consents()
    {
        Exchange(Code("openid offline_access accounting.contacts")).Ok();
        var second = Exchange(Code("openid accounting.invoices")).Ok();
        Assert.Contains("accounting.contacts", second["scope"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Revocation_kills_the_whole_set()
    {
        var tokens = Exchange(Code()).Ok();
        var refresh = tokens["refresh_token"]!.GetValue<string>();
        Assert.Equal(200, Token("kompass-emulator", "emulator-secret", [("token", refresh)], "/connect/revocation").Status);
        Error("invalid_grant", Refresh(refresh));
        _xero.Token = tokens["access_token"]!.GetValue<string>();
        Assert.Equal(401, _xero.Get("/Contacts").Status);
        Assert.Empty(_xero.Control.Connections);
    }

    [Fact]
    public void Connections_list_everything_oldest_first_and_the_filter_finds_this_consent()
    {
        var other = _xero.Control.AddOrganisation("Other");
        _xero.Clock.Advance(TimeSpan.FromMinutes(1));
        var tokens = Exchange(Code(Scopes, other)).Ok()["access_token"]!.GetValue<string>();
        _xero.Token = tokens;
        var all = new Answer(_xero.Send("GET", "/connections")).Ok().Json.AsArray();
        Assert.Equal([_xero.Tenant.ToString(), other.ToString()], all.Select(connection => connection!["tenantId"]!.GetValue<string>()));
        Assert.Equal("2026-11-22T09:00:00.0000000", all[0]!["createdDateUtc"]!.GetValue<string>());
        Assert.Equal("ORGANISATION", all[0]!["tenantType"]!.GetValue<string>());

        var authEventId = Claims(tokens)["authentication_event_id"]!.GetValue<string>();
        var mine = new Answer(_xero.Send("GET", $"/connections?authEventId={authEventId}")).Ok();
        Assert.Equal(other.ToString(), Assert.Single(mine.Json.AsArray())!["tenantId"]!.GetValue<string>());
        Assert.NotNull(mine.Response.Header("X-AppMinLimit-Remaining"));
        Assert.Null(mine.Response.Header("X-MinLimit-Remaining"));
    }

    [Fact]
    public void Connections_consented_again_keep_their_id_and_change_their_event()
    {
        var before = _xero.Control.Connections.Single();
        _xero.Clock.Advance(TimeSpan.FromMinutes(1));
        Exchange(Code()).Ok();
        var after = _xero.Control.Connections.Single();
        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.AuthEventId, after.AuthEventId);
        Assert.Equal((before.CreatedUtc, Xero.Start.AddMinutes(1)), (after.CreatedUtc, after.UpdatedUtc));
    }

    [Fact]
    public void Connections_delete_disconnects_once()
    {
        var id = _xero.Control.Connections.Single().Id;
        Assert.Equal(204, _xero.Send("DELETE", $"/connections/{id}").Status);
        Assert.Equal(404, _xero.Send("DELETE", $"/connections/{id}").Status);
        Assert.Equal(403, _xero.Get("/Contacts").Status);
    }

    [Fact]
    public void Connections_of_another_person_are_not_shown()
    {
        var other = _xero.Control.AddOrganisation("Other");
        var user = _xero.Control.AddUser("sam@kompass.example");
        var code = Callback(_xero.Control.AuthorizeAs(user.Id, AuthorizeUrl(more: Pkce), other))["code"]!;
        _xero.Token = Exchange(code).Ok()["access_token"]!.GetValue<string>();
        Assert.Single(new Answer(_xero.Send("GET", "/connections")).Ok().Json.AsArray());
        Assert.Equal(403, _xero.Get("/Contacts").Status);
        _xero.Get("/Contacts", ("xero-tenant-id", other.ToString())).Ok();
    }

    [Fact]
    public void Keys_list_two_and_the_second_one_signs()
    {
        var discovery = new Answer(_xero.Emulator.Handle(new EmulatedRequest("GET", new Uri("https://identity.xero.com/.well-known/openid-configuration")))).Ok();
        Assert.Equal("https://identity.xero.com", discovery["issuer"]!.GetValue<string>());
        var keys = new Answer(_xero.Emulator.Handle(new EmulatedRequest("GET", new Uri(discovery["jwks_uri"]!.GetValue<string>())))).Ok()["keys"]!.AsArray();
        Assert.Equal(2, keys.Count);

        var parts = _xero.Token.Split('.');
        static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(keys[1]!["n"]!.GetValue<string>()), Exponent = Bytes(keys[1]!["e"]!.GetValue<string>()) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(keys[1]!["kid"]!.GetValue<string>(), JsonNode.Parse(Bytes(parts[0]))!["kid"]!.GetValue<string>());
    }
}
