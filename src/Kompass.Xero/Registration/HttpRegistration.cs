using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Xero;

internal static class HttpRegistration
{
    /// <summary>
    /// The two HTTP clients. From the outside in, a call passes: retry, bearer token, rate gate, time-out of the attempt, host guard,
    /// buffering, a last look at the clock. The identity client has no organisation and so no gate: a handler of its own measures it. The
    /// time-out lies inside the gate, so that waiting for a place does not count as a slow answer.
    /// To be called once per container: handlers add up.
    /// </summary>
    public static void AddXeroHttp(this IServiceCollection services)
    {
        services.TryAddSingleton<RateGates>();
        services.TryAddSingleton<XeroPolicySet>();
        services.TryAddTransient<BearerHandler>();
        services.TryAddTransient<IdentityCallHandler>();
        services.TryAddTransient<GateHandler>();
        services.TryAddTransient<HostGuardHandler>();
        services.TryAddTransient<BufferHandler>();
        services.TryAddTransient<LateWriteHandler>();

        Client(services, XeroHttp.ApiClient)
            .AddPolicyHandler(static (provider, _) => provider.GetRequiredService<XeroPolicySet>().Retry)
            .AddHttpMessageHandler<BearerHandler>()
            .AddHttpMessageHandler<GateHandler>()
            .AddPolicyHandler(static (provider, _) => provider.GetRequiredService<XeroPolicySet>().AttemptTimeout)
            .AddHttpMessageHandler<HostGuardHandler>()
            .AddHttpMessageHandler<BufferHandler>()
            .AddHttpMessageHandler<LateWriteHandler>();

        Client(services, XeroHttp.IdentityClient)
            .AddHttpMessageHandler<IdentityCallHandler>()
            .AddPolicyHandler(static (provider, _) => provider.GetRequiredService<XeroPolicySet>().AttemptTimeout)
            .AddHttpMessageHandler<HostGuardHandler>()
            .AddHttpMessageHandler<BufferHandler>();
    }

    private static IHttpClientBuilder Client(IServiceCollection services, string name) => services
        .AddHttpClient(name, static client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            UseCookies = false,
        });
}
