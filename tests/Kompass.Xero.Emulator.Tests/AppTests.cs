using System.Security.Cryptography;
using System.Text;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>The three kinds of app: web, PKCE, custom connection.</summary>
public sealed class AppTests
{
    private const string Redirect = "https://kompass.example/cb";
    private const string Verifier = "0123456789012345678901234567890123456789012345678901234567";
    private readonly Xero _xero = new();

    private static string Challenge => Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private XeroEmulator Emulator => _xero.Emulator;

    private static Uri AuthorizeUrl(string client, bool pkce) => new(
        $"https://login.xero.com/identity/connect/authorize?response_type=code&client_id={client}&redirect_uri={Uri.EscapeDataString(Redirect)}"
        + "&scope=openid%20offline_access%20accounting.contacts&state=s" + (pkce ? $"&code_challenge={Challenge}&code_challenge_method=S256" : ""));

    private FormValues Authorize(string client, bool pkce = true) => FormValues.Parse(_xero.Control.Authorize(AuthorizeUrl(client, pkce)).Query[1..]);

    private Answer OfCustom(EmulatedCustomConnection app, string? scope) => scope is null
        ? Emulator.Token($"{app.ClientId}:{app.ClientSecret}", ("grant_type", "client_credentials"))
        : Emulator.Token($"{app.ClientId}:{app.ClientSecret}", ("grant_type", "client_credentials"), ("scope", scope));

    [Fact]
    public void Custom_connection_gets_an_access_token_and_nothing_else()
    {
        var answer = OfCustom(_xero.Control.AddCustomConnection(_xero.Tenant, "accounting.contacts accounting.settings.read"), "accounting.contacts").Ok();
        Assert.Equal(1800, answer["expires_in"]!.GetValue<int>());
        Assert.Null(answer["refresh_token"]);
        Assert.Null(answer["id_token"]);
        Assert.Equal("accounting.contacts", answer["scope"]!.GetValue<string>());
        _xero.Token = answer["access_token"]!.GetValue<string>();
        _xero.Get("/Contacts").Ok();
        Assert.Equal(401, _xero.Get("/Organisation").Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Custom_connection_may_leave_out_the_tenant_and_nobody_else(string? header)
    {
        Assert.Equal(403, _xero.Get("/Contacts", ("xero-tenant-id", header)).Status);
        _xero.Token = OfCustom(_xero.Control.AddCustomConnection(_xero.Tenant), "accounting.contacts")["access_token"]!.GetValue<string>();
        _xero.Get("/Contacts", ("xero-tenant-id", header)).Ok();
    }

    [Fact]
    public void Custom_connection_reaches_its_own_organisation_only()
    {
        var other = _xero.Control.AddOrganisation("Other");
        _xero.Token = OfCustom(_xero.Control.AddCustomConnection(other), "accounting.contacts")["access_token"]!.GetValue<string>();
        Assert.Equal(403, _xero.Get("/Contacts").Status);
        _xero.Get("/Contacts", ("xero-tenant-id", other.ToString())).Ok();
        Assert.Equal(other.ToString(), _xero.Get("/connections").Json.AsArray().Single()!["tenantId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("accounting.contacts accounting.payments")]
    public void Custom_connection_must_ask_for_scopes_chosen_in_the_portal(string? scope) =>
        OfCustom(_xero.Control.AddCustomConnection(_xero.Tenant, "accounting.contacts"), scope).IsError("invalid_scope");

    [Fact]
    public void Custom_connection_has_no_consent_and_needs_its_country()
    {
        var app = _xero.Control.AddCustomConnection(_xero.Tenant);
        Assert.Throws<InvalidOperationException>(() => _xero.Control.Authorize(AuthorizeUrl(app.ClientId, pkce: false)));
        Emulator.Token($"{app.ClientId}:wrong", ("grant_type", "client_credentials"), ("scope", "accounting.contacts")).IsError("invalid_client");
        Emulator.Token($"{app.ClientId}:{app.ClientSecret}", ("grant_type", "refresh_token"), ("refresh_token", "x")).IsError("unauthorized_client");
        var german = _xero.Control.AddOrganisation("Berlin", configure: facts => facts with { CountryCode = "DE" });
        Assert.Throws<InvalidOperationException>(() => _xero.Control.AddCustomConnection(german));
    }

    [Fact]
    public void App_sees_and_ends_the_connections_of_all_people_for_itself()
    {
        var second = _xero.Control.AddOrganisation("Other");
        var bea = _xero.Control.AddUser("bea@kompass.example");
        _xero.Control.AuthorizeAs(bea.Id, AuthorizeUrl("kompass-emulator", pkce: false), second);
        var answer = Emulator.Token("kompass-emulator:emulator-secret", ("grant_type", "client_credentials"), ("scope", "app.connections")).Ok();
        _xero.Token = answer["access_token"]!.GetValue<string>();
        var listed = _xero.Get("/connections").Json.AsArray();
        Assert.Equal([_xero.Tenant.ToString(), second.ToString()], listed.Select(connection => connection!["tenantId"]!.GetValue<string>()));
        Assert.Equal(403, _xero.Get("/Contacts").Status);
        Assert.Equal(204, _xero.Send("DELETE", $"/connections/{listed[1]!["id"]!.GetValue<string>()}").Status);
        Assert.Single(_xero.Control.Connections);
    }

    [Fact]
    public void App_gets_no_accounting_scope_for_itself() =>
        Emulator.Token("kompass-emulator:emulator-secret", ("grant_type", "client_credentials"), ("scope", "accounting.contacts")).IsError("invalid_scope");

    [Fact]
    public void Authorize_app_connections_is_refused() => Assert.Throws<InvalidOperationException>(() => _xero.Control.Authorize(new Uri(
        AuthorizeUrl("kompass-emulator", pkce: false).ToString().Replace("accounting.contacts", "app.connections", StringComparison.Ordinal))));

    [Fact]
    public void Pkce_app_exchanges_and_refreshes_without_a_secret()
    {
        var code = Authorize("kompass-emulator-pkce")["code"]!;
        var tokens = Emulator.Token(
            null, ("grant_type", "authorization_code"), ("client_id", "kompass-emulator-pkce"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier)).Ok();
        var refresh = tokens["refresh_token"]!.GetValue<string>();
        Emulator.Token("kompass-emulator:emulator-secret", ("grant_type", "refresh_token"), ("refresh_token", refresh)).IsError("invalid_grant");
        Emulator.Token(null, ("grant_type", "refresh_token"), ("client_id", "kompass-emulator-pkce"), ("refresh_token", refresh)).Ok();
        Emulator.Token(null, ("grant_type", "client_credentials"), ("client_id", "kompass-emulator-pkce"), ("scope", "app.connections")).IsError("unauthorized_client");
    }

    [Fact]
    public void Pkce_app_must_send_a_challenge() => Assert.Equal("invalid_request", Authorize("kompass-emulator-pkce", pkce: false)["error"]);

    [Fact]
    public void Code_of_one_app_is_nothing_to_another()
    {
        var code = Authorize("kompass-emulator-pkce")["code"]!;
        Emulator.Token(
            "kompass-emulator:emulator-secret", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier)).IsError("invalid_grant");
    }

    [Fact]
    public void Connections_end_at_the_cap_and_at_two_other_apps()
    {
        Emulator.Options.MaxConnections = 1;
        var other = _xero.Control.AddOrganisation("Other");
        var refused = Assert.Throws<InvalidOperationException>(() => _xero.Control.Authorize(AuthorizeUrl("kompass-emulator", pkce: false), other));
        Assert.Contains("limit of 1 connections", refused.Message, StringComparison.Ordinal);
        _xero.Control.Authorize(AuthorizeUrl("kompass-emulator", pkce: false));
        Emulator.Options.MaxConnections = 5;
        _xero.Control.EditOrganisation(other, facts => facts with { OtherUncertifiedApps = 2 });
        Assert.Throws<InvalidOperationException>(() => _xero.Control.Authorize(AuthorizeUrl("kompass-emulator", pkce: false), other));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Connection_removed_ends_for_everybody_by_the_switch(bool everybody, int left)
    {
        Emulator.Options.Switches.DisconnectEndsForEveryUser = everybody;
        var bea = _xero.Control.AddUser("bea@kompass.example");
        _xero.Control.AuthorizeAs(bea.Id, AuthorizeUrl("kompass-emulator", pkce: false));
        Assert.Equal(2, _xero.Control.Connections.Count);
        Assert.Equal(204, _xero.Send("DELETE", $"/connections/{_xero.Control.Connections[0].Id}").Status);
        Assert.Equal(left, _xero.Control.Connections.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Demo_company_reset_loses_data_and_connection_and_by_the_switch_its_id(bool keeps)
    {
        Emulator.Options.Switches.DemoResetKeepsTenantId = keeps;
        _xero.Contact();
        var id = _xero.Control.ResetDemoCompany(_xero.Tenant);
        Assert.Equal(keeps, id == _xero.Tenant);
        Assert.Empty(_xero.Control.Books(id).Contacts);
        Assert.Empty(_xero.Control.Connections);
        Assert.Equal(403, _xero.Get("/Contacts", ("xero-tenant-id", id.ToString())).Status);
        _xero.Control.EditOrganisation(id, facts => facts with { IsDemoCompany = false });
        Assert.Throws<InvalidOperationException>(() => _xero.Control.ResetDemoCompany(id));
    }

    [Fact]
    public void Discovery_names_the_addresses_of_its_origin_and_every_grant()
    {
        var document = new Answer(Emulator.Handle(new EmulatedRequest("GET", new Uri("http://localhost:5555/.well-known/openid-configuration")))).Ok();
        Assert.Equal("http://localhost:5555/connect/token", document["token_endpoint"]!.GetValue<string>());
        Assert.Equal("https://identity.xero.com", document["issuer"]!.GetValue<string>());
        Assert.Contains("client_credentials", document["grant_types_supported"]!.AsArray().Select(grant => grant!.GetValue<string>()));
        Assert.Contains("accounting.invoices.read", document["scopes_supported"]!.AsArray().Select(scope => scope!.GetValue<string>()));
    }
}
