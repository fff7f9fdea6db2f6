using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A real host on a loopback port, with the pages, an SQLite store in memory and an emulated Xero in process.</summary>
internal sealed class AdminSite : IAsyncDisposable
{
    public const string Prefix = "/admin/xero";
    public const string Secret = "emulator-secret";
    public const string Webhook = Prefix + "/webhook";
    public const string EarlierKey = "the-earlier-webhooks-key";
    public const string SigningKey = "the-webhooks-key-of-today";

    private readonly WebApplication _application;

    private AdminSite(WebApplication application, XeroEmulator xero, FakeTimeProvider clock)
    {
        _application = application;
        Xero = xero;
        Clock = clock;
        Address = new(application.Urls.First());
    }

    public Uri Address { get; }

    public XeroEmulator Xero { get; }

    public FakeTimeProvider Clock { get; }

    public IServiceProvider Services => _application.Services;

    public Letters Letters => Get<Letters>();

    public SamplePorts Kompass => Get<SamplePorts>();

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(Prefix, StringComparison.Ordinal))];

    public static async Task<AdminSite> StartAsync(string redirect = "http://localhost/admin/xero/callback", Action<IServiceCollection>? replace = null, Action<WebApplication>? use = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        var xero = new XeroEmulator(new() { Seed = "demo", Clock = clock });
        xero.Control.AddOrganisation("Second Company");

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddAuthentication(TestUsers.Name).AddScheme<AuthenticationSchemeOptions, TestUsers>(TestUsers.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(
            TestUsers.Policy, policy => policy.RequireClaim("role", "administrator").RequireClaim("permission", "xero"));
        services.AddSingleton<Letters>();
        services.AddSingleton<INotifier>(provider => provider.GetRequiredService<Letters>());
        services.AddSingleton<SamplePorts>();
        services.AddSingleton<IClientSource>(provider => provider.GetRequiredService<SamplePorts>());
        services.AddSingleton<IInvoiceSource>(provider => provider.GetRequiredService<SamplePorts>());
        services.AddSingleton<IKompassCatalogue>(provider => provider.GetRequiredService<SamplePorts>());
        services
            .AddKompassXero(options => (options.ClientId, options.ClientSecret, options.RedirectUri) = ("kompass-emulator", Secret, new(redirect)))
            .UsePrimaryHandler(_ => xero.CreateHandler())
            .UseSqlite("Data Source=:memory:")
            .AddAdmin(options => options.AuthorizationPolicy = TestUsers.Policy)
            .AddWebhooks(options => options.SigningKeys.Add(EarlierKey))
            .AddWebhooks(options => options.SigningKeys.Add(SigningKey));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        replace?.Invoke(services);

        var application = builder.Build();
        use?.Invoke(application);
        application.MapKompassXero(Prefix);
        await application.StartAsync();
        return new(application, xero, clock);
    }

    /// <summary>Waits until a job has ended, well or not.</summary>
    public async Task<JobState> EndOfAsync(ConfigurationId id, JobKind kind)
    {
        while (Get<JobQueue>().StatusOf(id, kind) is not { IsUnderWay: false })
        {
            await Task.Yield();
        }

        return Get<JobQueue>().StatusOf(id, kind)!.State;
    }

    public T Get<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public Browser Browser(string? user = "admin") => new(Address, user);

    /// <summary>Adds a configuration for the first organisation, through the pages.</summary>
    public async Task<SyncConfiguration> AddConfigurationAsync(Browser browser, KompassOrganisationId? organisation = null)
    {
        var answer = await browser.SubmitAsync("/configurations/add", "/configurations/add", ("organisation", (organisation ?? SamplePorts.North).Value));
        Assert.Equal(302, answer.Status);
        return (await Get<IConfigurationStore>().ListAsync(default))[^1];
    }

    /// <summary>Adds a configuration and connects it to the emulator's first organisation, through the pages.</summary>
    public async Task<SyncConfiguration> ConnectAsync(Browser browser)
    {
        var added = await AddConfigurationAsync(browser);
        var answer = await browser.GetAsync(Xero.Control.Authorize(await BeginAsync(browser, added)).PathAndQuery);
        Assert.Equal(302, answer.Status);
        return (await Get<IConfigurationStore>().GetAsync(added.Id, default))!;
    }

    /// <summary>Chooses Authorize with Xero and clicks Go; answers with the address at Xero.</summary>
    public static async Task<Uri> BeginAsync(Browser browser, SyncConfiguration configuration)
    {
        var answer = await browser.GoAsync(configuration, "authorize");
        Assert.Equal(302, answer.Status);
        return new(answer.Location!);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
