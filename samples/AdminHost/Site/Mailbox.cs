using Kompass.Accounting;

namespace AdminHost.Site;

/// <summary>Keeps what would be e-mailed, to be read at <c>/mails</c>.</summary>
internal sealed class Mailbox(TimeProvider time) : INotifier
{
    private readonly Lock _gate = new();
    private readonly List<Mail> _mails = [];

    public IReadOnlyList<Mail> Mails
    {
        get
        {
            lock (_gate)
            {
                return [.. _mails];
            }
        }
    }

    public Task NotifyAsync(IReadOnlyCollection<string> recipients, Notification notification, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _mails.AddRange(recipients.Select(recipient => new Mail(time.GetUtcNow(), recipient, notification.Subject, notification.Body)));
        }

        return Task.CompletedTask;
    }
}
