using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kompass.Simulation;

/// <summary>Changes each request for the accounting API before it is sent.</summary>
internal sealed class AlteringWire(HttpMessageHandler inner, Action<HttpRequestMessage> alter) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        alter(request);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Repeats what was answered with a fault of the server, as a standard resilience handler does, under a new key.</summary>
internal sealed class ResilientWire(HttpMessageHandler inner, Func<string> newKey) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode < 500)
            {
                return response;
            }
        }
        catch (HttpRequestException)
        {
        }

        IdempotencyHeader.Set(request, newKey());
        return await base.SendAsync(request, cancellationToken);
    }
}

internal static class IdempotencyHeader
{
    private const string Name = "Idempotency-Key";

    public static void Set(HttpRequestMessage request, string? key)
    {
        if (request.Headers.Remove(Name) && key is not null)
        {
            request.Headers.Add(Name, key);
        }
    }
}

/// <summary>Sends each read of contacts a hundred times.</summary>
internal sealed class ChattyWire(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Times = 100;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/Contacts", StringComparison.Ordinal))
        {
            for (var time = 1; time < Times; time++)
            {
                (await base.SendAsync(request, cancellationToken)).Dispose();
            }
        }

        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Logs what is sent.</summary>
internal sealed class LoggingWire(HttpMessageHandler inner, IServiceProvider services) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        services.GetRequiredService<ILoggerFactory>().CreateLogger("wire").Log(LogLevel.Information, "{Request}", request.Headers.Authorization);
        return base.SendAsync(request, cancellationToken);
    }
}
