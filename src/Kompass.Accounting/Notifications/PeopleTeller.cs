using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

/// <summary>Tells the recipients of a configuration. Where nobody is told, or telling fails, the pages still show it.</summary>
internal sealed class PeopleTeller(IEnumerable<INotifier> notifiers, ILogger<PeopleTeller> logger)
{
    public async Task TellAsync(SyncConfiguration configuration, Notification notification, CancellationToken cancellationToken)
    {
        if (configuration.NotificationRecipients.Count == 0 || notifiers.LastOrDefault() is not { } notifier)
        {
            return;
        }

        try
        {
            await notifier.NotifyAsync(configuration.NotificationRecipients, notification, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever the host's mail throws must not keep the sync from going on.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.NotTold(failure, configuration.Id, notification.Subject);
        }
    }
}
