using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.Emulator;

/// <summary>The skin for real HTTP: Kestrel on loopback, never on another interface. Thread-safe.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _webhooks;

    private EmulatorServer(XeroEmulator emulator, WebApplication application, Uri baseAddress)
    {
        _application = application;
        _webhooks = DeliverWebhooksAsync(emulator, _stopping.Token);
        BaseAddress = baseAddress;
        Endpoints = EmulatorEndpoints.At(baseAddress);
    }

    /// <summary>The origin, such as <c>http://localhost:5555/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The addresses that a client is pointed at.</summary>
    public EmulatorEndpoints Endpoints { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="emulator">What answers.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<EmulatorServer> StartAsync(XeroEmulator emulator, int port = 0, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            if (port == 0)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                kestrel.ListenLocalhost(port);
            }
        });
        var application = builder.Build();
        application.Run(context => ServeAsync(emulator, context));
        await application.StartAsync(ct);
        var bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new EmulatorServer(emulator, application, new Uri($"http://localhost:{new Uri(bound).Port}/"));
    }

    /// <summary>Stops listening; calls that hang are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping.Cancel();
        await _webhooks.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        using var atOnce = new CancellationTokenSource();
        atOnce.Cancel();
        await _application.StopAsync(atOnce.Token);
        await _application.DisposeAsync();
    }

    private static async Task DeliverWebhooksAsync(XeroEmulator emulator, CancellationToken cancellationToken)
    {
        var options = emulator.Options;
        while (options.WebhookInterval > TimeSpan.Zero)
        {
            await Task.Delay(options.WebhookInterval, options.Clock, cancellationToken);
            await emulator.Control.Webhooks.DeliverAsync(cancellationToken);
        }
    }

    private static async Task ServeAsync(XeroEmulator emulator, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        var request = new EmulatedRequest(context.Request.Method, new Uri(context.Request.GetEncodedUrl()), headers, body.ToArray());
        if (XeroEmulator.IsControl(request))
        {
            await DeliverAsync(emulator, context, await emulator.ControlAsync(request, context.RequestAborted));
            return;
        }

        var exchange = emulator.Open(request);
        if (exchange.Response is null)
        {
            await Task.Delay(exchange.ArrivesAfter, emulator.Options.Clock, CancellationToken.None);
            exchange = emulator.OpenArrived(request, exchange);
        }

        using (exchange)
        {
            await DeliverAsync(emulator, context, exchange.Response!);
        }
    }

    private static async Task DeliverAsync(XeroEmulator emulator, HttpContext context, EmulatedResponse response)
    {
        if (response.Delivery == ResponseDelivery.Never)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, emulator.Options.Clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        if (response.Delay > TimeSpan.Zero)
        {
            await Task.Delay(response.Delay, emulator.Options.Clock, context.RequestAborted);
        }

        if (response.Delivery == ResponseDelivery.Lost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            // Lower case, as Xero's own headers arrive.
            context.Response.Headers.Append(response.KeepsHeaderCase ? name : name.ToLowerInvariant(), value);
        }

        if (response.ContentType is { } type)
        {
            context.Response.ContentType = type;
        }

        if (response.Status is not (204 or 304))
        {
            context.Response.ContentLength = response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
        }
    }
}
