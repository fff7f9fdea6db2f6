using Kompass.Xero;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Settings of the connection to Xero beyond its options.</summary>
public static class KompassXeroBuilderExtensions
{
    /// <summary>
    /// Replaces the innermost HTTP handler, which sends to the network: for a proxy, or for a Xero that runs in process.
    /// Retries, limits and time-outs stay in front of it. The handler must not follow redirects. The last call wins.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="create">Makes a handler; called once for each of the two HTTP clients.</param>
    public static IKompassXeroBuilder UsePrimaryHandler(this IKompassXeroBuilder builder, Func<IServiceProvider, HttpMessageHandler> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.AddHttpClient(XeroHttp.ApiClient).ConfigurePrimaryHttpMessageHandler(create);
        builder.Services.AddHttpClient(XeroHttp.IdentityClient).ConfigurePrimaryHttpMessageHandler(create);
        return builder;
    }
}
