using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace Kompass.Accounting.Mail;

/// <summary>Turns a notification into one message to one recipient.</summary>
internal sealed class MailComposer(IOptions<MailOptions> options, TimeProvider clock, IEntropy entropy)
{
    public MimeMessage Compose(Notification notification, MailboxAddress recipient)
    {
        var sender = new MailboxAddress(options.Value.FromName, options.Value.From.Trim(' '));
        var message = new MimeMessage
        {
            Date = clock.GetUtcNow(),
            // The library's own id would carry the name of this machine.
            MessageId = $"{entropy.NewGuid():N}@{sender.Domain}",
            Subject = MailAddresses.OneLine(notification.Subject),
            Body = new TextPart(TextFormat.Plain) { Text = notification.Body },
        };
        message.From.Add(sender);
        message.To.Add(recipient);
        // Keeps out-of-office replies from coming back (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
