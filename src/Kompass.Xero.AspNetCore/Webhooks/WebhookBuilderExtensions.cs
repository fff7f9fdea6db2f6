using Kompass.Xero.AspNetCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the webhooks.</summary>
public static class WebhookBuilderExtensions
{
    /// <summary>
    /// Takes webhooks of Xero, so that what people do there is seen within a minute: a hint for the worker, which reads what was changed.
    /// They are mapped by <c>app.MapKompassXero(prefix)</c> at <c>{prefix}/webhook</c>, or by <c>app.MapKompassXeroWebhooks(pattern)</c>
    /// elsewhere. May be called twice: later settings come on top.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="configure">Adds at least one key to <see cref="WebhookOptions.SigningKeys"/>.</param>
    public static IAccountingBuilder AddWebhooks(this IAccountingBuilder builder, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddOptions<WebhookOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, WebhookCookieFilter>());
        services.TryAddSingleton<WebhookSignatures>();
        services.TryAddSingleton<WebhookTelemetry>();
        services.TryAddSingleton<WebhookReceiver>();
        services.TryAddSingleton<WebhookHandler>();
        return builder;
    }
}
