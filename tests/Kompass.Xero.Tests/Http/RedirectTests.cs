using System.Collections.Concurrent;
using Kompass.Accounting;
using Kompass.Xero.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kompass.Xero.Tests;

/// <summary>Over real sockets and with the handler that production uses: whatever address an answer names, nobody goes there.</summary>
[Trait("Security", "ssrf")]
public sealed class RedirectTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<string> _followed = new();
    private WebApplication _xero = null!;
    private WebApplication _metadata = null!;
    private ServiceProvider _services = null!;
    private int _status;

    public async Task InitializeAsync()
    {
        _metadata = await ServeAsync(context => _followed.Enqueue(context.Request.Path));
        var target = $"{_metadata.Urls.First()}/latest/meta-data";
        _xero = await ServeAsync(context =>
        {
            _asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
            context.Response.StatusCode = _status;
            context.Response.Headers.Location = target;
        });
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ICredentialStore>(new MemoryCredentialStore(TimeProvider.System));
        services.AddSingleton<IConfigurationStore>(new MemoryConfigurationStore());
        services.AddKompassXero(options =>
        {
            (options.ClientId, options.ClientSecret, options.RedirectUri) = ("client-id", "client-secret", new("https://kompass.example/callback"));
            options.Endpoints = XeroEndpoints.At(new(_xero.Urls.First()));
        });
        _services = services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _xero.DisposeAsync();
        await _metadata.DisposeAsync();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_to_a_metadata_address_is_followed_by_no_call(int status)
    {
        _status = status;
        var tokens = new TokenSet { AccessToken = "access-1", RefreshToken = "refresh-1", ExpiresAt = DateTimeOffset.MaxValue };
        var identity = _services.GetRequiredService<XeroIdentity>();
        var connections = _services.GetRequiredService<XeroConnections>();
        var api = _services.GetRequiredService<XeroApi>();
        var tenant = new XeroTenant(Bench.TenantId, new OneToken(), CallPriority.Sync);

        await Record.ExceptionAsync(() => identity.ExchangeAsync("code", "verifier", default));
        await Record.ExceptionAsync(() => identity.RefreshAsync(tokens, default));
        await Record.ExceptionAsync(() => identity.RevokeAsync(tokens, default));
        await Record.ExceptionAsync(() => connections.ListAsync("access-1", null, default));
        await Record.ExceptionAsync(() => connections.DeleteAsync("access-1", "connection-1", default));
        await Record.ExceptionAsync(() => api.ReadAsync(tenant, XeroResources.Items, XeroQuery.All, default));
        await Record.ExceptionAsync(() => api.CreateAsync(tenant, XeroResources.Contacts, [new ContactWrite { Name = "A" }], "key-1", default));

        Assert.Equal(
            [
                "POST /connect/token", "POST /connect/token", "POST /connect/revocation", "GET /connections", "DELETE /connections/connection-1",
                "GET /api.xro/2.0/Items", "PUT /api.xro/2.0/Contacts",
            ],
            _asked);
        Assert.Empty(_followed);
    }

    [Fact]
    public async Task Address_of_another_host_is_stopped_before_it_is_asked()
    {
        var target = new Uri($"{_metadata.Urls.First()}/latest/meta-data");
        var clients = _services.GetRequiredService<IHttpClientFactory>();
        using var identity = new HttpRequestMessage(HttpMethod.Get, target);
        using var api = new HttpRequestMessage(HttpMethod.Get, target);
        var tenant = new XeroTenant(Bench.TenantId, new OneToken());
        new XeroCall(tenant, _services.GetRequiredService<RateGates>().For(tenant.TenantId), "GET Items", false, false, default).AttachTo(api);

        foreach (var (client, request) in new[] { (XeroHttp.IdentityClient, identity), (XeroHttp.ApiClient, api) })
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => clients.CreateClient(client).SendAsync(request));
            Assert.Contains("KX2016", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_followed);
    }

    private static async Task<WebApplication> ServeAsync(Action<HttpContext> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Run(context =>
        {
            answer(context);
            return Task.CompletedTask;
        });
        await application.StartAsync();
        return application;
    }

    private sealed class OneToken : IAccessTokens
    {
        public ValueTask<string> GetAsync(CancellationToken cancellationToken) => new("access-1");

        public ValueTask<string> ReplaceAsync(string refused, CancellationToken cancellationToken) => new("access-2");
    }
}
