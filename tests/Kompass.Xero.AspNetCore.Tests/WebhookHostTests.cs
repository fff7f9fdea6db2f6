using System.Diagnostics.Metrics;
using Kompass.Accounting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Whatever a host does to its requests, the answer to a webhook is empty and sets no cookie.</summary>
public sealed class WebhookHostTests
{
    private const string Own = "/webhooks/xero";

    [Theory]
    [InlineData(AdminSite.Webhook)]
    [InlineData(Own)]
    [InlineData("/closed" + Own)]
    public async Task Sessions_cookies_policies_and_error_pages_of_the_host_do_not_touch_it(string path)
    {
        await using var site = await AdminSite.StartAsync(replace: Burden, use: Burden);
        await XeroSender.ConnectAsync(site.Services);
        using var xero = new XeroSender(site.Address, path);
        var body = XeroSender.Payload(XeroSender.Event());

        WebhookTests.AssertEmpty(200, await xero.PostAsync(body));
        WebhookTests.AssertEmpty(401, await xero.PostAsync(body, XeroSender.Sign(body, "another key")));
        WebhookTests.AssertEmpty(401, await xero.PostAsync(body, []));
        WebhookTests.AssertEmpty(413, await xero.PostAsync(new string(' ', 300_000)));

        // The burden is real: other answers bear it.
        using var http = new HttpClient { BaseAddress = site.Address };
        using var other = await http.PostAsync(new Uri("/elsewhere", UriKind.Relative), null);
        Assert.Equal(2, other.Headers.GetValues("Set-Cookie").Count());
        Assert.NotEmpty(await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Middleware_behind_the_routing_does_not_run_for_it()
    {
        var paths = new List<string>();
        await using var site = await AdminSite.StartAsync(use: application => application.Use((http, next) =>
        {
            paths.Add(http.Request.Path);
            return next(http);
        }));
        using var xero = new XeroSender(site.Address);
        using var browser = site.Browser();

        await xero.PostAsync(XeroSender.Payload());
        await browser.GetAsync("/configurations");

        Assert.Equal([AdminSite.Prefix + "/configurations"], paths);
    }

    [Fact]
    public async Task Without_AddWebhooks_there_is_no_webhook()
    {
        var builder = Bare();
        builder.Services.AddKompassXero(Options).UseSqlite("Data Source=:memory:");
        await using var application = builder.Build();

        var refusal = Assert.Throws<InvalidOperationException>(() => application.MapKompassXeroWebhooks(Own));

        Assert.StartsWith("KX6022", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KX6020")]
    [InlineData("KX6021", "")]
    [InlineData("KX6021", "a-key-that-is-long-enough", "   ")]
    [InlineData("KX6021", "too short")]
    [InlineData("KX6021", "a-key-that-is-long-enough\n")]
    public async Task Host_without_a_key_that_can_be_right_does_not_start(string code, params string[] keys)
    {
        var builder = Bare();
        builder.Services.AddSingleton<IClientSource, SamplePorts>().AddSingleton<IKompassCatalogue, SamplePorts>();
        builder.Services.AddKompassXero(Options).UseSqlite("Data Source=:memory:").AddWebhooks(options =>
        {
            foreach (var key in keys)
            {
                options.SigningKeys.Add(key);
            }
        });
        await using var application = builder.Build();

        Assert.Throws<OptionsValidationException>(() => application.MapKompassXeroWebhooks(Own));
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => application.StartAsync());

        Assert.StartsWith(code, Assert.Single(refusal.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("long-enough", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "secrets")]
    public async Task Logs_and_counters_say_what_became_of_it_without_body_key_or_signature()
    {
        var logs = new Lines();
        await using var site = await AdminSite.StartAsync(replace: services => services.AddSingleton<ILoggerProvider>(logs));
        await XeroSender.ConnectAsync(site.Services);
        using var meter = new Counts(site.Get<AccountingTelemetry>().Meter);
        using var xero = new XeroSender(site.Address);
        var body = XeroSender.Payload(XeroSender.Event(), XeroSender.Event("CONTACT"), XeroSender.Event("FUTURE"), XeroSender.Event(tenant: Guid.NewGuid()));
        var forged = XeroSender.Sign(body, "another key");

        await xero.PostAsync(body);
        await xero.PostAsync(body);
        await xero.PostAsync(body, forged);
        await xero.PostAsync(body, []);
        await xero.PostAsync("{");

        Assert.Equal(
            "kompass.xero.webhook.events kompass.xero.webhook.event.outcome=known 2, kompass.xero.webhook.events kompass.xero.webhook.event.outcome=not_connected 2, "
            + "kompass.xero.webhook.events kompass.xero.webhook.event.outcome=other_kind 2, kompass.xero.webhook.events kompass.xero.webhook.event.outcome=stored 2, "
            + "kompass.xero.webhook.requests kompass.xero.webhook.outcome=no_signature 1, kompass.xero.webhook.requests kompass.xero.webhook.outcome=received 2, "
            + "kompass.xero.webhook.requests kompass.xero.webhook.outcome=unreadable 1, kompass.xero.webhook.requests kompass.xero.webhook.outcome=wrong_signature 1",
            meter.ToString());
        var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "README.md"));
        Assert.Equal(2, meter.Instruments.Count);
        Assert.All(meter.Instruments, instrument => Assert.Contains($"| `{instrument.Name}` | Counter, {instrument.Unit} |", readme, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<WebhookOutcome>(), outcome => Assert.Contains($"`{AccountingTelemetry.ValueOf(outcome)}`", readme, StringComparison.Ordinal));
        Assert.Equal([6050, 6051, 6050, 6051, 6052, 6052, 6053], logs.Entries.Where(entry => entry.Id is >= 6050 and < 6060).Select(entry => entry.Id));
        Assert.Contains(logs.Entries, entry => entry.Text == "A webhook was refused: WrongSignature");
        Assert.DoesNotContain(logs.Entries, entry => entry.Text.Contains("717f2bfc", StringComparison.Ordinal)
            || entry.Text.Contains(AdminSite.SigningKey, StringComparison.Ordinal) || entry.Text.Contains(forged, StringComparison.Ordinal));
    }

    /// <summary>What a host may have: a session, cookies at the last moment, pages for errors, and nobody who is not signed in.</summary>
    private static void Burden(IServiceCollection services)
    {
        services.AddDistributedMemoryCache().AddSession();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static void Burden(WebApplication application)
    {
        application.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.Append("Set-Cookie", "late=1");
                return Task.CompletedTask;
            });
            return next(http);
        });
        application.UseSession();
        application.Use((http, next) =>
        {
            http.Session.SetString("seen", "yes");
            return next(http);
        });
        application.UseStatusCodePages();
        application.UseRouting();
        application.UseAuthentication();
        application.UseAuthorization();
        application.UseAntiforgery();
        application.MapKompassXeroWebhooks(Own);
        application.MapGroup("/closed").RequireAuthorization(TestUsers.Policy).RequireCors("none").MapKompassXeroWebhooks(Own);
    }

    private static WebApplicationBuilder Bare()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        return builder;
    }

    private static void Options(XeroOptions options) =>
        (options.ClientId, options.ClientSecret, options.RedirectUri) = ("id", "secret", new("http://localhost/callback"));

    private sealed class Counts : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly SortedDictionary<string, long> _sums = new(StringComparer.Ordinal);

        public List<Instrument> Instruments { get; } = [];

        public Counts(Meter meter)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter == meter && instrument.Name.Contains("webhook", StringComparison.Ordinal))
                {
                    Instruments.Add(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                var key = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
                _sums[key] = _sums.GetValueOrDefault(key) + value;
            });
            _listener.Start();
        }

        public void Dispose() => _listener.Dispose();

        public override string ToString() => string.Join(", ", _sums.Select(sum => $"{sum.Key} {sum.Value}"));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<(int Id, string Text)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Entries)
            {
                Entries.Add((eventId.Id, formatter(state, exception)));
            }
        }

        public void Dispose()
        {
        }
    }
}
