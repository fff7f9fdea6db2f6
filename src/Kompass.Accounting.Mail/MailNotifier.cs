using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Kompass.Accounting.Mail;

/// <summary>Sends each recipient a message of their own, so that nobody sees the others and one bad address stops nobody else.</summary>
internal sealed class MailNotifier(
    IOptions<MailOptions> options,
    MailComposer composer,
    TimeProvider clock,
    ILogger<MailNotifier>? logger = null) : INotifier
{
    private readonly ILogger _logger = logger ?? NullLogger<MailNotifier>.Instance;

    public async Task NotifyAsync(IReadOnlyCollection<string> recipients, Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(notification);

        var mailboxes = new List<MailboxAddress>();
        var failed = new List<Failure>();
        foreach (var recipient in recipients.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (MailAddresses.TryParse(recipient, out var mailbox))
            {
                mailboxes.Add(mailbox);
            }
            else
            {
                failed.Add(new(recipient, "not an e-mail address"));
            }
        }

        var total = mailboxes.Count + failed.Count;
        if (mailboxes.Count > 0)
        {
            failed.AddRange(await SendAsync(mailboxes, notification, cancellationToken));
        }

        if (failed.Count > 0)
        {
            _logger.NotSent(notification.ConfigurationId, failed.Count, total);
            throw Undelivered(notification, failed, total);
        }

        if (total > 0)
        {
            _logger.Sent(notification.ConfigurationId, total);
        }
    }

    private async Task<IReadOnlyList<Failure>> SendAsync(
        IReadOnlyList<MailboxAddress> mailboxes,
        Notification notification,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var client = new SmtpClient { Timeout = (int)options.Value.Timeout.TotalMilliseconds };
        try
        {
            await ConnectAsync(client, either.Token);
        }
        catch (Exception exception) when (MailFaults.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
        {
            var reason = MailFaults.OfConnection(exception, options.Value);
            return [.. mailboxes.Select(mailbox => new Failure(mailbox.Address, reason, exception))];
        }

        var failed = new List<Failure>();
        foreach (var mailbox in mailboxes)
        {
            try
            {
                await client.SendAsync(composer.Compose(notification, mailbox), either.Token);
            }
            catch (Exception exception) when (MailFaults.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
            {
                failed.Add(new(mailbox.Address, MailFaults.OfMessage(exception, options.Value), exception));
            }
        }

        await client.DisconnectAsync(quit: true, either.Token);
        return failed;
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        await client.ConnectAsync(settings.Host, settings.Port, Translate(settings.Security), cancellationToken);
        if (settings is { UserName: { Length: > 0 } user, Password: { Length: > 0 } password })
        {
            await client.AuthenticateAsync(user, password, cancellationToken);
        }
    }

    private static SecureSocketOptions Translate(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static MailDeliveryException Undelivered(Notification notification, List<Failure> failed, int total) =>
        new(
            $"The notification '{MailAddresses.OneLine(notification.Subject)}' did not reach {failed.Count} of {total} recipients. "
            + string.Join(" ", failed.GroupBy(failure => failure.Reason, StringComparer.Ordinal).Select(group =>
                $"{string.Join(", ", group.Select(failure => MailAddresses.OneLine(failure.Recipient)))}: {group.Key}.")),
            [.. failed.Select(failure => failure.Recipient)],
            failed.Select(failure => failure.Cause).FirstOrDefault(cause => cause is not null));

    private sealed record Failure(string Recipient, string Reason, Exception? Cause = null);
}
