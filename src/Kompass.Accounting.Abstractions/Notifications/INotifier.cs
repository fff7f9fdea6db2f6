namespace Kompass.Accounting;

/// <summary>Tells people: by e-mail or as the host likes.</summary>
public interface INotifier
{
    /// <summary>Tells the recipients, given by e-mail address.</summary>
    Task NotifyAsync(IReadOnlyCollection<string> recipients, Notification notification, CancellationToken cancellationToken);
}
