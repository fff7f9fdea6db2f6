using Kompass.Xero;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Points the connection at an emulator.</summary>
public static class EmulatorBuilderExtensions
{
    private static readonly Uri InProcess = new("http://localhost");

    /// <summary>
    /// Lets everything talk to an emulator inside this process instead of Xero: no network, no registered app. Client id, secret and
    /// addresses are the emulator's, whatever the options say; a missing redirect address is filled in. The emulator can be resolved
    /// as a service. The last call wins.
    /// </summary>
    /// <param name="builder">The registration.</param>
    /// <param name="emulator">The emulator; when absent, an empty one on the host's clock.</param>
    public static IKompassXeroBuilder UseEmulator(this IKompassXeroBuilder builder, XeroEmulator? emulator = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(emulator is null
            ? ServiceDescriptor.Singleton(provider => new XeroEmulator(new EmulatorOptions { Clock = provider.GetRequiredService<TimeProvider>() }))
            : ServiceDescriptor.Singleton(emulator));
        builder.Services.AddOptions<XeroOptions>().PostConfigure<XeroEmulator>((options, served) =>
        {
            options.ClientId = served.Options.ClientId;
            options.ClientSecret = served.Options.ClientSecret;
            options.RedirectUri ??= new Uri(InProcess, "/xero/callback");
            options.Endpoints = XeroEndpoints.At(InProcess);
        });
        return builder.UsePrimaryHandler(provider => provider.GetRequiredService<XeroEmulator>().CreateHandler());
    }
}
