using Kompass.Accounting;
using Kompass.Accounting.Mail;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Notifications by e-mail.</summary>
public static class MailBuilderExtensions
{
    /// <summary>
    /// Sends notifications by e-mail: one plain-text message to each recipient. Replaces any other <see cref="INotifier"/>;
    /// called twice, both configurations apply in turn.
    /// </summary>
    /// <param name="builder">The registration of the accounting sync.</param>
    /// <param name="configure">Sets the mail server and the sender; what is missing or contradictory is refused when the host starts.</param>
    public static IAccountingBuilder AddMail(this IAccountingBuilder builder, Action<MailOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.AddOptions<MailOptions>().Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MailOptions>, MailOptionsValidator>());
        builder.Services.TryAddSingleton<MailComposer>();
        builder.Services.Replace(ServiceDescriptor.Singleton<INotifier, MailNotifier>());
        return builder;
    }
}
