using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.Tests;

/// <summary>The whole package over a stubbed Xero, a fake clock and stores in memory.</summary>
internal sealed class Bench : IDisposable
{
    public const string ClientSecret = "client-secret-canary";

    public const string TenantId = "45e4708e-d862-4111-ab3a-dd8cd03913e1";

    private readonly ServiceProvider _provider;

    public Bench(Action<XeroOptions>? configure = null, bool signedIn = true)
    {
        Time = new FakeTimeProvider(Clock.Start);
        Stub = new StubXero(Time);
        Credentials = new MemoryCredentialStore(Time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IEntropy>(new CountingEntropy());
        services.AddSingleton<ICredentialStore>(Credentials);
        services.AddSingleton<IConfigurationStore>(Configurations);
        services.AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace));
        services
            .AddKompassXero(o =>
            {
                o.ClientId = "client-id";
                o.ClientSecret = ClientSecret;
                o.RedirectUri = new("https://kompass.example/admin/xero/callback");
                configure?.Invoke(o);
            })
            .UsePrimaryHandler(_ => Stub);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        if (signedIn)
        {
            SignIn();
        }
    }

    public FakeTimeProvider Time { get; }

    public StubXero Stub { get; }

    public LogSink Logs { get; } = new();

    public MemoryCredentialStore Credentials { get; }

    public MemoryConfigurationStore Configurations { get; } = new();

    public RemoteConnection Connection { get; } = new()
    {
        OrganisationId = new(TenantId),
        OrganisationName = "Northwind Ltd",
        CredentialId = new("xero:user-1"),
        ConnectionReference = "connection-1",
        ConnectedAt = Clock.Start,
        ConnectedBy = "ann",
    };

    public XeroApi Api => Get<XeroApi>();

    public XeroTenant Tenant => Get<XeroTenants>().For(Connection);

    public RateGate Gate => Get<RateGates>().For(TenantId);

    public T Get<T>()
        where T : notnull
    {
        Clock.Detach();
        return _provider.GetRequiredService<T>();
    }

    public XeroOptions Options => Get<IOptions<XeroOptions>>().Value;

    public void SignIn(TokenSet? tokens = null) =>
        Credentials.SaveAsync(Connection.CredentialId, TokenSetPayload.Write(tokens ?? Tokens()), 0, default).GetAwaiter().GetResult();

    public TokenSet Tokens(string access = "access-1", string refresh = "refresh-1") => new()
    {
        AccessToken = access,
        ExpiresAt = Time.GetUtcNow().AddMinutes(30),
        RefreshToken = refresh,
        UserId = "user-1",
    };

    public async Task<TokenSet> StoredTokensAsync() =>
        TokenSetPayload.Read((await Credentials.GetAsync(Connection.CredentialId, default))!.Payload.Span);

    public static string Jwt(string user = "user-1", string? consent = "consent-1", params string[] scopes)
    {
        var claims = new Dictionary<string, object> { ["xero_userid"] = user, ["scope"] = scopes.Length > 0 ? scopes : [.. XeroScopes.Required] };
        if (consent is not null)
        {
            claims["authentication_event_id"] = consent;
        }

        return $"head.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(claims)))}.signature";
    }

    public static string TokenAnswer(string access, string refresh) =>
        JsonSerializer.Serialize(new { access_token = access, refresh_token = refresh, expires_in = 1800, token_type = "Bearer", scope = "openid" });

    public void Dispose() => _provider.Dispose();
}
