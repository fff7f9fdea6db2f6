using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Kompass.Xero.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task AddKompassXero_twice_adds_no_second_retry_and_later_settings_win()
    {
        Clock.Detach();
        var time = new FakeTimeProvider(Clock.Start);
        var stub = new StubXero(time).ThenStatus(500);
        var services = Services(time);
        services.AddKompassXero(Configure);
        services.AddKompassXero(o => o.ReadRetries = 1).UsePrimaryHandler(_ => stub);
        await using var provider = services.BuildServiceProvider();

        var call = provider.GetRequiredService<XeroApi>().ReadAsync(new("t1", new OneToken()), XeroResources.Items, XeroQuery.All, default);

        await Assert.ThrowsAsync<XeroApiException>(() => time.RunAsync(call));
        Assert.Equal(2, stub.Seen.Count);
    }

    [Fact]
    public void AddKompassXero_each_port_can_be_replaced_before_and_after()
    {
        var before = Mock.Of<IContactStore>();
        var after = Mock.Of<IDocumentStore>();
        var services = Services(TimeProvider.System);
        services.AddSingleton(before);
        services.AddKompassXero(Configure).Services.AddSingleton(after);
        using var provider = services.BuildServiceProvider();

        Assert.Same(before, provider.GetRequiredService<IContactStore>());
        Assert.Same(after, provider.GetRequiredService<IDocumentStore>());
    }

    [Fact]
    public void AddKompassXero_builder_names_the_provider()
    {
        var services = Services(TimeProvider.System);

        var builder = services.AddKompassXero(Configure);

        Assert.Equal("xero", builder.Name);
        using var provider = services.BuildServiceProvider();
        Assert.Equal(new ProviderDescriptor("xero", "Xero") { TelemetryName = "Kompass.Xero" }, provider.GetRequiredService<ProviderDescriptor>());
        Assert.Equal("xero_uuid", provider.GetRequiredService<ProviderDescriptor>().ContactIdColumn);
    }

    [Fact]
    [Trait("Security", "redirect uri")]
    public void AddKompassXero_incomplete_options_fail_when_the_host_starts()
    {
        var services = Services(TimeProvider.System);
        services.AddKompassXero(o => o.ClientId = "id");
        using var provider = services.BuildServiceProvider();

        var e = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("KA1101 No store is registered", e.Message, StringComparison.Ordinal);
        Assert.Contains("KX1002", e.Message, StringComparison.Ordinal);
        Assert.Contains("KX1004", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseEmulator_needs_no_settings_at_all()
    {
        var services = Services(TimeProvider.System);
        services.AddKompassXero(_ => { }).UseEmulator();
        using var provider = services.BuildServiceProvider();

        var e = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(["KA1101", "KA1102", "KA1103"], e.Failures.Select(failure => failure[..6]));
        Assert.Same(provider.GetRequiredService<Emulator.XeroEmulator>(), provider.GetRequiredService<Emulator.XeroEmulator>());
    }

    [Fact]
    [Trait("Security", "ssrf")]
    public void Primary_handler_follows_no_redirect_and_keeps_no_cookie()
    {
        var services = Services(TimeProvider.System);
        services.AddKompassXero(Configure);
        using var provider = services.BuildServiceProvider();
        foreach (var name in new[] { XeroHttp.ApiClient, XeroHttp.IdentityClient })
        {
            var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name);
            while (handler is DelegatingHandler { InnerHandler: { } inner })
            {
                handler = inner;
            }

            var primary = Assert.IsType<SocketsHttpHandler>(handler);
            Assert.False(primary.AllowAutoRedirect);
            Assert.False(primary.UseCookies);
            Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient(name).Timeout);
        }
    }

    private static void Configure(XeroOptions options)
    {
        options.ClientId = "id";
        options.ClientSecret = "secret";
        options.RedirectUri = new("https://kompass.example/callback");
    }

    private static ServiceCollection Services(TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton(Mock.Of<ICredentialStore>());
        services.AddSingleton(Mock.Of<IConfigurationStore>());
        return services;
    }

    private sealed class OneToken : IAccessTokens
    {
        public ValueTask<string> GetAsync(CancellationToken cancellationToken) => new("access-1");

        public ValueTask<string> ReplaceAsync(string refused, CancellationToken cancellationToken) => new("access-2");
    }
}
