using System.Diagnostics;
using System.Threading.Channels;
using System.Web;
using Kompass.Accounting;
using Kompass.Xero.AspNetCore;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kompass.Benchmarks;

/// <summary>A host with the administration pages, on a loopback port, which says how long each answer took.</summary>
internal sealed class PagesSite : IAsyncDisposable
{
    public const string Prefix = "/admin/xero";
    public static readonly KompassOrganisationId Owner = new("KO1");

    private const int Accounts = 700;
    private const string Policy = "XeroAdministrators";

    private readonly Channel<double> _times = Channel.CreateUnbounded<double>();
    private readonly WebApplication _application;
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private PagesSite(WebApplication application, XeroEmulator xero, AheadClock clock)
    {
        _application = application;
        (Xero, Clock) = (xero, clock);
    }

    public XeroEmulator Xero { get; }

    public AheadClock Clock { get; }

    public IEnumerable<RouteEndpoint> Endpoints =>
        Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(Prefix, StringComparison.Ordinal));

    public static async Task<PagesSite> StartAsync(string? connection, string folder, int contacts, int records)
    {
        var clock = new AheadClock();
        var xero = new XeroEmulator(new() { Seed = "empty", Clock = clock, PerMinute = int.MaxValue, PerDay = int.MaxValue, AppPerMinute = int.MaxValue });
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddAuthentication(OneAdministrator.Name).AddScheme<AuthenticationSchemeOptions, OneAdministrator>(OneAdministrator.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser());
        services.AddSingleton<IClientSource>(new GeneratedClients(contacts + PagesFill.OpenOf(contacts), Owner));
        services.AddSingleton<IInvoiceSource>(new GeneratedInvoices(records + PagesFill.New, contacts, Owner));
        services.AddSingleton<IKompassCatalogue>(new WideCodes(Owner));
        var kompass = services
            .AddKompassXero(options =>
                (options.ClientId, options.ClientSecret, options.RedirectUri) = ("kompass-emulator", "emulator-secret", new("http://localhost" + Prefix + "/callback")))
            .UsePrimaryHandler(_ => xero.CreateHandler());
        (connection is null ? kompass.UseSqlite($"Data Source={Path.Combine(folder, "pages.db")}") : kompass.UsePostgreSql(connection))
            .AddAdmin(options => options.AuthorizationPolicy = Policy);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

        var site = new PagesSite(builder.Build(), xero, clock);
        site._application.Use(site.TimeAsync);
        site._application.MapKompassXero(Prefix);
        await site._application.StartAsync();
        site._http.BaseAddress = new(site._application.Urls.First());
        return site;
    }

    public T Get<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>Adds a configuration and connects it to an organisation that has as many accounts as a large one.</summary>
    public async Task<(SyncConfiguration Configuration, IReadOnlyList<string> Accounts)> ConnectAsync(CancellationToken cancellationToken)
    {
        var tenant = Xero.Control.AddOrganisation("Large Ltd");
        var accounts = Enumerable.Range(0, Accounts)
            .Select(number => Xero.Control.AddAccount(tenant, $"9{number:D4}", $"Sales account number {number}", "REVENUE", "OUTPUT2").ToString())
            .ToList();
        var connector = Get<ILedgerConnector>();
        var id = (await Get<IConfigurationManager>().CreateAsync([Owner], OneAdministrator.Name, cancellationToken)).Id;
        var request = await connector.BeginAsync(id, new(OneAdministrator.Name), cancellationToken);
        var back = HttpUtility.ParseQueryString(Xero.Control.Authorize(request.Address, tenant).Query);
        await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), cancellationToken);
        var configuration = await Get<IConfigurationManager>().UpdateAsync(
            id,
            current => current with { Modules = SyncModules.Clients | SyncModules.Invoices, DefaultAccountId = accounts[0], CutOverDate = new(2026, 9, 1) },
            OneAdministrator.Name,
            cancellationToken);
        return (configuration, accounts);
    }

    /// <summary>Has made in the background what some pages show.</summary>
    public async Task PrepareAsync(FilledStore filled)
    {
        var configuration = filled.Configuration;
        var jobs = Get<JobQueue>();
        foreach (var kind in (JobKind[])[JobKind.Plan, JobKind.UndoPlan])
        {
            jobs.Enqueue(new(kind, configuration, new(OneAdministrator.Name, null)) { Run = filled.Run });
            while (jobs.StatusOf(configuration, kind) is { IsUnderWay: true })
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            if (jobs.StatusOf(configuration, kind) is { State: JobState.Failed, Message: var message })
            {
                throw new InvalidOperationException($"{kind} failed: {message}");
            }
        }
    }

    public async Task<PageAnswer> GetAsync(string address)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        var milliseconds = await _times.Reader.ReadAsync();
        return new((int)answer.StatusCode, isPage, body.Length, milliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }

    private async Task TimeAsync(Microsoft.AspNetCore.Http.HttpContext http, Microsoft.AspNetCore.Http.RequestDelegate next)
    {
        var begun = Stopwatch.GetTimestamp();
        await next(http);
        _times.Writer.TryWrite(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}
