using System.Net;
using System.Net.Sockets;
using AdminHost;
using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>The AdminHost sample on a free port, and a browser to visit it.</summary>
public sealed class AdminHostFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SampleHost? _host;

    public Uri Address { get; private set; } = new("http://localhost");

    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Chromium.Require();
        if (_host is null)
        {
            Address = new($"http://localhost:{FreePort()}");
            _host = await SampleHost.StartAsync(Address);
            _playwright = await Playwright.CreateAsync();
            _browser = await Chromium.LaunchAsync(_playwright);
        }

        var context = await _browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        return await context.NewPageAsync();
    }

    /// <summary>Opens the Admin site by adding /admin after the address, and signs in where the host asks for it.</summary>
    public async Task<IPage> SignInAsync(string user, BrowserNewContextOptions? options = null)
    {
        var page = await OpenAsync(options);
        await page.GotoAsync(new Uri(Address, "/admin").AbsoluteUri);
        await page.GetByLabel("User").FillAsync(user);
        await page.GetByLabel("Password").FillAsync(user);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return page;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
