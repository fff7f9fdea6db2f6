using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

internal sealed class Letters : INotifier
{
    private readonly List<(string To, Notification Letter)> _sent = [];

    public IReadOnlyList<(string To, Notification Letter)> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public Task NotifyAsync(IReadOnlyCollection<string> recipients, Notification notification, CancellationToken cancellationToken)
    {
        lock (_sent)
        {
            _sent.AddRange(recipients.Select(recipient => (recipient, notification)));
        }

        return Task.CompletedTask;
    }
}
