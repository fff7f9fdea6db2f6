using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using AdminHost.Sample;
using AdminHost.Site;
using Kompass.Accounting;
using Kompass.Accounting.Mail;
using Kompass.Xero;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace AdminHost;

/// <summary>A Kompass host with the administration pages, and a Xero of its own to connect to.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    private const string Policy = "XeroAdministrators";

    private readonly WebApplication _application;
    private readonly EmulatorServer _xero;
    private readonly MailSink _mail;
    private readonly string? _temporaryFolder;

    private SampleHost(WebApplication application, XeroEmulator emulator, EmulatorServer xero, MailSink mail, string? temporaryFolder)
    {
        _application = application;
        Emulator = emulator;
        _xero = xero;
        _mail = mail;
        _temporaryFolder = temporaryFolder;
    }

    /// <summary>The Xero behind the host.</summary>
    public XeroEmulator Emulator { get; }

    /// <summary>Where that Xero answers.</summary>
    public Uri XeroAddress => _xero.BaseAddress;

    /// <summary>Starts the host and its Xero.</summary>
    /// <param name="address">Where the host listens: http on localhost.</param>
    /// <param name="folder">Where database and keys are kept; null for a folder that is removed at the end.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SampleHost> StartAsync(Uri address, string? folder = null)
    {
        RequireFree(address);
        var temporary = folder is null ? Directory.CreateTempSubdirectory("kompass-admin-").FullName : null;
        var home = Directory.CreateDirectory(folder ?? temporary!).FullName;
        var redirect = new Uri(address, "/admin/xero/callback");

        var emulatorOptions = new EmulatorOptions { Seed = "lived-in", AsksForSignIn = true };
        emulatorOptions.RedirectUris.Add(redirect.AbsoluteUri);
        var emulator = new XeroEmulator(emulatorOptions);
        emulator.Control.AddOrganisation("Larkfield Trading (new)");
        var xero = await EmulatorServer.StartAsync(emulator);
        var mailbox = new Mailbox();
        var mail = new MailSink(mailbox);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // Xero's intent to receive signs some payloads wrongly on purpose.
        builder.Logging.AddFilter("Kompass.Xero.AspNetCore.WebhookHandler", LogLevel.Error);
        AddSite(builder.Services, home);
        builder.Services.AddSingleton(mailbox);
        var signingKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var kompass = AddXero(builder.Services, redirect, emulatorOptions, xero.BaseAddress, home)
            .AddWebhooks(options => options.SigningKeys.Add(signingKey));
        AddMail(kompass, mail);

        var host = new SampleHost(builder.Build(), emulator, xero, mail, temporary);
        try
        {
            await host.RunAsync();
            await host.SubscribeAsync(new Uri(address, "/admin/xero/webhook"), signingKey);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>Waits until somebody stops the host.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _xero.DisposeAsync();
        await _mail.DisposeAsync();
        if (_temporaryFolder is not null)
        {
            Directory.Delete(_temporaryFolder, recursive: true);
        }
    }

    private Task RunAsync()
    {
        _application.UseAuthentication();
        _application.UseAuthorization();
        _application.UseAntiforgery();
        SitePages.Map(_application);
        _application.MapKompassXero("/admin/xero");
        return _application.StartAsync();
    }

    /// <summary>What an administrator does at developer.xero.com: names the webhook, and lets Xero check it.</summary>
    private async Task SubscribeAsync(Uri webhook, string signingKey)
    {
        Emulator.Control.Webhooks.Subscribe(webhook, signingKey);
        if (!await Emulator.Control.Webhooks.CheckIntentAsync())
        {
            throw new IOException($"The webhook at {webhook} did not pass Xero's intent to receive.");
        }
    }

    /// <summary>Looks before anything is made: the web server reports a port in use by a page of stack trace in the log.</summary>
    private static void RequireFree(Uri address)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, address.Port);
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new IOException($"Port {address.Port} cannot be listened on: {exception.Message}.", exception);
        }
    }

    private static void AddSite(IServiceCollection services, string home)
    {
        services.AddDataProtection()
            .SetApplicationName("AdminHost")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(home, "keys")))
            .ProtectKeysWithCertificate(KeyCertificate.LoadOrCreate(Path.Combine(home, "keys.pfx")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/refused";

            // Strict would lose the sign-in on the way back from Xero.
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policy, policy => policy.RequireRole(People.Administrator).RequireClaim(People.Permission, People.XeroPermission))
            .AddPolicy(People.Administrator, policy => policy.RequireRole(People.Administrator));
        services.AddAntiforgery();
    }

    /// <summary>By SMTP, as on a real host; the sink is on this machine, so that it needs neither password nor TLS.</summary>
    private static void AddMail(IAccountingBuilder builder, MailSink sink) => builder.AddMail(options =>
    {
        (options.Host, options.Port) = (MailSink.Host, sink.Port);
        options.Security = MailSecurity.None;
        options.From = "kompass@kompass.example";
    });

    private static IAccountingBuilder AddXero(IServiceCollection services, Uri redirect, EmulatorOptions emulator, Uri xero, string home)
    {
        services.AddSingleton(SampleData.Read(Path.Combine(AppContext.BaseDirectory, "data")));
        return services.AddKompassXero(options =>
            {
                options.ClientId = emulator.ClientId;
                options.ClientSecret = emulator.ClientSecret;
                options.RedirectUri = redirect;
                options.Endpoints = XeroEndpoints.At(xero);
            })
            .UseSqlite($"Data Source={Path.Combine(home, "kompass-xero.db")}")
            .AddClientSource<Clients>()
            .AddInvoiceSource<Invoices>()
            .AddCatalogue<Catalogue>()
            .AddAdmin(options =>
            {
                options.AuthorizationPolicy = Policy;
                options.EmailClaimType = ClaimTypes.Email;
            })
            .AddWorker();
    }
}
