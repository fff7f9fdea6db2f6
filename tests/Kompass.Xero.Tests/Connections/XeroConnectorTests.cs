using System.Text;
using System.Text.Json;
using System.Web;
using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class XeroConnectorTests : IDisposable
{
    private readonly Bench _bench = new(signedIn: false);

    private ILedgerConnector Connector => _bench.Get<ILedgerConnector>();

    [Fact]
    public async Task CompleteAsync_first_organisation_of_this_consent_is_selected_and_the_others_named()
    {
        var configuration = _bench.Configurations.Add(1);
        var (state, binding) = await BeginAsync(configuration.Id);
        Grant("consent-1", Listed("c0", "old-consent", "t0", "Yesterday Ltd"), Listed("c1", "consent-1", "t1", "First Ltd"), Listed("c2", "consent-1", "t2", "Second Ltd"));

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(ConnectOutcome.Connected, result.Outcome);
        Assert.Equal("First Ltd", result.Connection!.OrganisationName);
        Assert.Equal(new RemoteOrganisationId("t1"), result.Connection.OrganisationId);
        Assert.Equal(["Second Ltd"], result.OtherOrganisations);
        Assert.Contains("First Ltd", result.Message, StringComparison.Ordinal);
        Assert.Contains("Second Ltd", result.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Yesterday", result.Message, StringComparison.Ordinal);
        Assert.Empty(result.MissingPermissions);
        Assert.Equal("/back", result.ReturnPath);
        var stored = await _bench.Configurations.GetAsync(configuration.Id, default);
        Assert.Equal(result.Connection, stored!.Connection);
        Assert.Equal("ann", stored.Connection!.ConnectedBy);
        Assert.Equal([new CredentialId("xero:user-1")], _bench.Credentials.Entries.Keys);
    }

    [Fact]
    [Trait("Security", "scopes")]
    public async Task CompleteAsync_missing_scope_is_named()
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);
        _bench.Stub
            .ThenJson(Bench.TokenAnswer(Bench.Jwt(scopes: ["accounting.contacts", "accounting.invoices", "accounting.settings.read"]), "refresh-1"))
            .ThenJson($"[{Listed("c1", "consent-1", "t1", "First Ltd")}]");

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(["accounting.manualjournals"], result.MissingPermissions);
        Assert.Contains("accounting.manualjournals", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompleteAsync_only_older_organisations_connects_nothing()
    {
        var configuration = _bench.Configurations.Add(1);
        var (state, binding) = await BeginAsync(configuration.Id);
        Grant("consent-1", Listed("c0", "old-consent", "t0", "Yesterday Ltd"));

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(ConnectOutcome.NoOrganisation, result.Outcome);
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection);
    }

    [Fact]
    public async Task CompleteAsync_organisation_of_another_configuration_is_refused()
    {
        _bench.Configurations.Add(2, _bench.Connection);
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);
        Grant("consent-1", Listed("c1", "consent-1", Bench.TenantId, "Northwind Ltd"));

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(ConnectOutcome.OrganisationInUse, result.Outcome);
    }

    [Theory]
    [InlineData("reused")]
    [InlineData("other browser")]
    [InlineData("no binding")]
    [InlineData("unknown state")]
    [InlineData("no state")]
    [InlineData("expired")]
    [InlineData("no code")]
    [Trait("Security", "authorisation code")]
    public async Task CompleteAsync_response_that_does_not_belong_here_exchanges_nothing(string attack)
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);
        var (otherState, otherBinding) = await BeginAsync(_bench.Configurations.Add(2).Id);
        var response = new AuthorizationResponse(state, "code", null, binding);
        switch (attack)
        {
            case "reused":
                await Connector.CompleteAsync(response with { Code = null, Error = "access_denied" }, default);
                break;
            case "other browser":
                response = response with { BrowserBinding = otherBinding };
                break;
            case "no binding":
                response = response with { BrowserBinding = null };
                break;
            case "unknown state":
                response = response with { State = otherState + "x" };
                break;
            case "no state":
                response = response with { State = null };
                break;
            case "expired":
                _bench.Time.Advance(TimeSpan.FromMinutes(10));
                break;
            default:
                response = response with { Code = null };
                break;
        }

        var result = await Connector.CompleteAsync(response, default);

        Assert.Equal(ConnectOutcome.Invalid, result.Outcome);
        Assert.Empty(_bench.Stub.Seen);
    }

    [Fact]
    public async Task CompleteAsync_refusal_is_told_as_such()
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);

        var result = await Connector.CompleteAsync(new(state, null, "access_denied", binding), default);

        Assert.Equal(ConnectOutcome.Refused, result.Outcome);
        Assert.Equal("/back", result.ReturnPath);
    }

    [Fact]
    public async Task CompleteAsync_hostile_error_text_is_not_echoed()
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);

        var result = await Connector.CompleteAsync(new(state, null, "<script>alert(1)</script>", binding), default);

        Assert.Equal(ConnectOutcome.Failed, result.Outcome);
        Assert.DoesNotContain("<", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompleteAsync_settings_saved_meanwhile_are_kept()
    {
        var configuration = _bench.Configurations.Add(1);
        var (state, binding) = await BeginAsync(configuration.Id);
        Grant("consent-1", Listed("c1", "consent-1", "t1", "First Ltd"));
        _bench.Configurations.ConflictsToCome = 2;

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(ConnectOutcome.Connected, result.Outcome);
    }

    [Fact]
    public async Task CompleteAsync_list_of_connections_failing_is_asked_again_since_the_code_is_spent()
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);
        _bench.Stub.ThenJson(Bench.TokenAnswer(Bench.Jwt(), "refresh-1")).ThenStatus(503).ThenNoAnswer()
            .ThenJson($"[{Listed("c1", "consent-1", "t1", "First Ltd")}]");

        var result = await _bench.Time.RunAsync(Connector.CompleteAsync(new(state, "code", null, binding), default));

        Assert.Equal(ConnectOutcome.Connected, result.Outcome);
        Assert.Single(_bench.Stub.Seen, s => s.Path == "/connect/token");
    }

    [Fact]
    public async Task CompleteAsync_consent_for_another_organisation_leaves_a_connection_alone()
    {
        var configuration = _bench.Configurations.Add(1, _bench.Connection);
        await _bench.Configurations.SaveAsync(configuration with { IsEnabled = true, DefaultAccountId = "a", DefaultItemCode = "i" }, default);
        var before = await _bench.Configurations.GetAsync(configuration.Id, default);
        var (state, binding) = await BeginAsync(configuration.Id);
        Grant("consent-1", Listed("c9", "consent-1", "t9", "Other Ltd"));

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(ConnectOutcome.OtherOrganisation, result.Outcome);
        Assert.Contains("'Northwind Ltd'", result.Message, StringComparison.Ordinal);
        Assert.Contains("'Other Ltd'", result.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _bench.Configurations.GetAsync(configuration.Id, default));
    }

    [Fact]
    public async Task CompleteAsync_consent_that_covers_the_connected_organisation_renews_that_one()
    {
        var configuration = _bench.Configurations.Add(1, _bench.Connection with { Loss = new(Clock.Start, "gone") });
        var (state, binding) = await BeginAsync(configuration.Id);
        Grant("consent-1", Listed("c9", "consent-1", "t9", "Other Ltd"), Listed("c1", "consent-1", Bench.TenantId, "Northwind Ltd"));

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);

        Assert.Equal(ConnectOutcome.Connected, result.Outcome);
        Assert.Equal(new RemoteOrganisationId(Bench.TenantId), result.Connection!.OrganisationId);
        Assert.Equal(["Other Ltd"], result.OtherOrganisations);
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection!.Loss);
    }

    [Fact]
    public async Task ConfirmAsync_move_to_another_organisation_starts_clean()
    {
        var configuration = _bench.Configurations.Add(1);
        configuration = await _bench.Configurations.SaveAsync(
            configuration with
            {
                FormerConnection = new(new(Bench.TenantId), "Northwind Ltd", Clock.Start, "ann"),
                IsEnabled = true,
                DefaultAccountId = "a",
                DefaultItemCode = "i",
                InterlockOverride = new("ann", Clock.Start, "checked", new(Bench.TenantId)),
            },
            default);
        var (state, binding) = await BeginAsync(configuration.Id);
        Grant("consent-1", Listed("c9", "consent-1", "t9", "Other Ltd"));

        var result = await Connector.CompleteAsync(new(state, "code", null, binding), default);
        Assert.Equal((ConnectOutcome.ConfirmationRequired, "/back"), (result.Outcome, result.ReturnPath));
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection);
        Assert.Equal(ConnectOutcome.ConfirmationRequired, (await Connector.ConfirmAsync(configuration.Id, "Northwind Ltd", "bob", default)).Outcome);
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection);

        Assert.Equal(ConnectOutcome.Connected, (await Connector.ConfirmAsync(configuration.Id, "Other Ltd", "bob", default)).Outcome);
        var stored = (await _bench.Configurations.GetAsync(configuration.Id, default))!;
        Assert.Equal(("t9", "bob"), (stored.Connection!.OrganisationId.Value, stored.Connection.ConnectedBy));
        Assert.Equal((false, null, null, null), (stored.IsEnabled, stored.DefaultAccountId, stored.DefaultItemCode, stored.InterlockOverride));
        Assert.Equal((null, null), (stored.FormerConnection, stored.PendingConnection));
    }

    [Fact]
    public async Task ConfirmAsync_organisation_that_another_configuration_took_meanwhile_is_refused()
    {
        var configuration = _bench.Configurations.Add(1);
        await _bench.Configurations.SaveAsync(
            configuration with
            {
                FormerConnection = new(new("t0"), "Yesterday Ltd", Clock.Start, "ann"),
                PendingConnection = _bench.Connection,
            },
            default);
        _bench.Configurations.Add(2, _bench.Connection);

        Assert.Equal(ConnectOutcome.OrganisationInUse, (await Connector.ConfirmAsync(configuration.Id, "Northwind Ltd", "bob", default)).Outcome);
    }

    [Fact]
    [Trait("Security", "authorisation code")]
    public async Task BeginAsync_state_and_binding_are_not_stored_in_clear()
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);

        var (id, entry) = Assert.Single(_bench.Credentials.Entries);
        Assert.DoesNotContain(state, id.Value + Encoding.UTF8.GetString(entry.Payload), StringComparison.Ordinal);
        Assert.DoesNotContain(binding, Encoding.UTF8.GetString(entry.Payload), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/xero?x=1", "/admin/xero?x=1")]
    [InlineData("//evil.example", null)]
    [InlineData("/\\evil.example", null)]
    [InlineData("/%2fevil.example", null)]
    [InlineData("/%5cevil.example", null)]
    [InlineData("https://evil.example", null)]
    [InlineData("/a\r\nSet-Cookie: x", null)]
    [InlineData("/a%0d%0aSet-Cookie: x", null)]
    [InlineData("%2f%2fevil.example", null)]
    [InlineData("/%2f%2fevil.example", null)]
    [InlineData("/%09/evil.example", null)]
    [Trait("Security", "open redirect")]
    public void OrNull_only_paths_of_this_host_survive(string path, string? expected) => Assert.Equal(expected, LocalPath.OrNull(path));

    [Fact]
    public async Task BeginAsync_unknown_configuration_is_refused() =>
        await Assert.ThrowsAsync<ConfigurationException>(() => Connector.BeginAsync(new(Guid.Empty), new("ann"), default));

    [Fact]
    public async Task DisconnectAsync_removes_connection_consent_and_tokens()
    {
        _bench.SignIn();
        var configuration = _bench.Configurations.Add(1, _bench.Connection);
        _bench.Stub.ThenStatus(204).ThenStatus(200);

        await Connector.DisconnectAsync(configuration.Id, "ann", default);

        Assert.Equal(["DELETE /connections/connection-1", "POST /connect/revocation"], _bench.Stub.Seen.Select(s => $"{s.Method} {s.Path}"));
        Assert.Empty(_bench.Credentials.Entries);
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection);
    }

    [Fact]
    public async Task DisconnectAsync_shared_consent_is_not_revoked()
    {
        _bench.SignIn();
        var configuration = _bench.Configurations.Add(1, _bench.Connection);
        _bench.Configurations.Add(2, _bench.Connection with { OrganisationId = new("t2"), ConnectionReference = "c2" });
        _bench.Stub.ThenStatus(204);

        await Connector.DisconnectAsync(configuration.Id, "ann", default);

        Assert.Single(_bench.Stub.Seen);
        Assert.Single(_bench.Credentials.Entries);
    }

    [Fact]
    public async Task DisconnectAsync_while_xero_is_down_stops_the_sync_and_can_be_repeated()
    {
        _bench.SignIn();
        var configuration = _bench.Configurations.Add(1, _bench.Connection);
        await _bench.Configurations.SaveAsync(configuration with { IsEnabled = true }, default);
        _bench.Stub.ThenStatus(503).ThenStatus(204).ThenStatus(200);

        await Assert.ThrowsAsync<RemoteLedgerException>(() => Connector.DisconnectAsync(configuration.Id, "ann", default));
        var stopped = (await _bench.Configurations.GetAsync(configuration.Id, default))!;
        Assert.False(stopped.IsEnabled);
        Assert.NotNull(stopped.Connection);

        await Connector.DisconnectAsync(configuration.Id, "ann", default);
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection);
    }

    [Fact]
    public async Task DisconnectAsync_consent_already_gone_still_disconnects()
    {
        _bench.SignIn(_bench.Tokens() with { HasEnded = true });
        var configuration = _bench.Configurations.Add(1, _bench.Connection);

        await Connector.DisconnectAsync(configuration.Id, "ann", default);

        Assert.Empty(_bench.Stub.Seen);
        Assert.Null((await _bench.Configurations.GetAsync(configuration.Id, default))!.Connection);
    }

    [Fact]
    [Trait("Security", "secrets")]
    public async Task Connecting_leaves_no_secret_in_the_logs()
    {
        var (state, binding) = await BeginAsync(_bench.Configurations.Add(1).Id);
        var access = Bench.Jwt();
        _bench.Stub.ThenJson(Bench.TokenAnswer(access, "refresh-canary")).ThenJson($"[{Listed("c1", "consent-1", "t1", "First Ltd")}]");

        var result = await Connector.CompleteAsync(new(state, "code-canary", null, binding), default);

        var text = string.Join('\n', _bench.Logs.Lines) + result.Message + result;
        Assert.NotEmpty(_bench.Logs.Lines);
        foreach (var secret in new[] { state, binding, access, "refresh-canary", "code-canary", Bench.ClientSecret })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task GetAsync_access_of_a_connected_configuration()
    {
        _bench.SignIn();
        var configuration = _bench.Configurations.Add(1, _bench.Connection);

        var access = await _bench.Get<IXeroAccess>().GetAsync(configuration.Id);

        Assert.Equal(("access-1", Bench.TenantId), (access.AccessToken, access.TenantId));
        Assert.DoesNotContain("access-1", access.ToString(), StringComparison.Ordinal);
        var e = await Assert.ThrowsAsync<RemoteLedgerException>(() => _bench.Get<IXeroAccess>().GetAsync(_bench.Configurations.Add(2).Id));
        Assert.Equal(RemoteFault.Disconnected, e.Fault);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<(string State, string Binding)> BeginAsync(ConfigurationId id)
    {
        var request = await Connector.BeginAsync(id, new("ann", "/back"), default);
        return (HttpUtility.ParseQueryString(request.Address.Query)["state"]!, request.BrowserBinding);
    }

    private void Grant(string consent, params string[] listed) =>
        _bench.Stub.ThenJson(Bench.TokenAnswer(Bench.Jwt(consent: consent), "refresh-1")).ThenJson($"[{string.Join(',', listed)}]");

    private static string Listed(string id, string consent, string tenant, string name) =>
        JsonSerializer.Serialize(new { id, authEventId = consent, tenantId = tenant, tenantType = "ORGANISATION", tenantName = name });
}
