using System.Text;
using MimeKit;

namespace AdminHost.Site;

/// <summary>One conversation in SMTP, with as much of RFC 5321 as a sender needs.</summary>
internal sealed class MailSession(StreamReader reader, StreamWriter writer, Mailbox mailbox)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SayAsync("220 AdminHost takes mail", cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            switch (line.Split(' ', 2)[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync("250-AdminHost", cancellationToken);
                    await SayAsync("250 8BITMIME", cancellationToken);
                    break;
                case "HELO" or "MAIL" or "RCPT" or "RSET" or "NOOP":
                    await SayAsync("250 Fine", cancellationToken);
                    break;
                case "DATA":
                    await SayAsync("354 Go on, and end with a lone full stop", cancellationToken);
                    await SayAsync(await TakeAsync(cancellationToken), cancellationToken);
                    break;
                case "QUIT":
                    await SayAsync("221 Goodbye", cancellationToken);
                    return;
                default:
                    await SayAsync("502 Not known here", cancellationToken);
                    break;
            }
        }
    }

    private async Task<string> TakeAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line && line != ".")
        {
            // A full stop that begins a line travels doubled.
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        try
        {
            mailbox.Add(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return "250 Shown at /mails";
        }
        catch (FormatException)
        {
            return "554 That is no mail";
        }
    }

    private Task SayAsync(string line, CancellationToken cancellationToken) => writer.WriteLineAsync(line.AsMemory(), cancellationToken);
}
