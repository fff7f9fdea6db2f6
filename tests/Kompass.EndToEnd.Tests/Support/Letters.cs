using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Keeps what people are told.</summary>
internal sealed class Letters : INotifier
{
    private readonly List<Notification> _all = [];

    /// <summary>Whether sending fails.</summary>
    public bool Fails { get; set; }

    public IReadOnlyList<Notification> All => _all;

    public Task NotifyAsync(IReadOnlyCollection<string> recipients, Notification notification, CancellationToken cancellationToken)
    {
        _all.Add(notification);
        return Fails ? Task.FromException(new InvalidOperationException("The mail server is away.")) : Task.CompletedTask;
    }
}
