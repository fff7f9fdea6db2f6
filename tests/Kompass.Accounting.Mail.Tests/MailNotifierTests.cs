using System.Net;
using System.Net.Sockets;

namespace Kompass.Accounting.Mail.Tests;

/// <summary>Real conversations over SMTP with a sink on loopback.</summary>
public sealed class MailNotifierTests
{
    private const string Secret = "open sesame 4711";

    [Fact]
    public async Task NotifyAsync_one_recipient_receives_plain_text_with_date_sender_and_subject()
    {
        await using var sink = new MailSink();
        await using var host = new MailHost(sink.Port);

        await host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None);

        var delivery = Assert.Single(sink.Deliveries);
        Assert.Equal(["anna@example.com"], delivery.Recipients);
        Assert.Equal("\"Kompass\" <kompass@example.com>", delivery.Message.From.ToString());
        Assert.Equal("anna@example.com", delivery.Message.To.ToString());
        Assert.Equal("Three documents are held", delivery.Message.Subject);
        Assert.Equal(MailHost.Start, delivery.Message.Date);
        Assert.Equal("text/plain", delivery.Message.Body!.ContentType.MimeType);
        Assert.Equal("VAT rate R5 has no mapping.\nMap it.", delivery.Message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("auto-generated", delivery.Message.Headers["Auto-Submitted"]);
        Assert.EndsWith("@example.com", delivery.Message.MessageId, StringComparison.Ordinal);
        Assert.Equal("QUIT", sink.Commands[^1]);
    }

    [Fact]
    public async Task NotifyAsync_several_recipients_each_receive_their_own_message_over_one_connection()
    {
        await using var sink = new MailSink();
        await using var host = new MailHost(sink.Port);

        await host.Notifier.NotifyAsync(["anna@example.com", "ben@example.com", "ANNA@example.com"], MailHost.Notification(), CancellationToken.None);

        Assert.Equal(["anna@example.com", "ben@example.com"], sink.Deliveries.Select(delivery => Assert.Single(delivery.Recipients)));
        Assert.DoesNotContain("ben@", sink.Deliveries[0].Raw, StringComparison.Ordinal);
        Assert.Equal(2, sink.Deliveries.Select(delivery => delivery.Message.MessageId).Distinct().Count());
        Assert.Single(sink.Commands, command => command.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotifyAsync_text_beyond_ascii_arrives_unchanged()
    {
        await using var sink = new MailSink();
        await using var host = new MailHost(sink.Port, options => options.FromName = "Kompass Zürich");

        await host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification("Grüße — 3 €", "Größe: 5 µm\n.\nEnd"), CancellationToken.None);

        var message = Assert.Single(sink.Deliveries).Message;
        Assert.Equal("Grüße — 3 €", message.Subject);
        Assert.Equal("Größe: 5 µm\n.\nEnd", message.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("Kompass Zürich", message.From.Mailboxes.Single().Name);
    }

    [Theory]
    [InlineData("Held\r\nBcc: eve@example.com\r\n\r\nHello")]
    [InlineData("Held\nBcc: eve@example.com")]
    [InlineData("Held\rBcc: eve@example.com")]
    public async Task NotifyAsync_line_breaks_in_the_subject_add_no_header(string subject)
    {
        await using var sink = new MailSink();
        await using var host = new MailHost(sink.Port);

        await host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(subject), CancellationToken.None);

        var delivery = Assert.Single(sink.Deliveries);
        Assert.Empty(delivery.Message.Bcc);
        Assert.Equal(["anna@example.com"], delivery.Recipients);
        Assert.StartsWith("Held Bcc: eve@example.com", delivery.Message.Subject, StringComparison.Ordinal);
        Assert.Equal("VAT rate R5 has no mapping.", delivery.Message.TextBody!.Split('\r', '\n')[0]);
    }

    [Theory]
    [InlineData("ben@example.com\r\nRCPT TO:<eve@example.com>")]
    [InlineData("ben@example.com, eve@example.com")]
    [InlineData("Ben <ben@example.com>")]
    [InlineData("ben")]
    [InlineData("ben@")]
    [InlineData("@example.com")]
    [InlineData("")]
    public async Task NotifyAsync_recipient_that_is_no_address_is_named_and_the_others_receive_theirs(string bad)
    {
        await using var sink = new MailSink();
        await using var host = new MailHost(sink.Port);

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(
            () => host.Notifier.NotifyAsync([bad, "anna@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Equal([bad], failure.Undelivered);
        Assert.Contains("not an e-mail address", failure.Message, StringComparison.Ordinal);
        Assert.Contains("1 of 2 recipients", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["anna@example.com"], sink.Deliveries.SelectMany(delivery => delivery.Recipients));
    }

    [Fact]
    public async Task NotifyAsync_recipient_refused_by_the_server_is_named_with_its_answer_and_the_others_receive_theirs()
    {
        await using var sink = new MailSink { Answers = new Dictionary<string, string> { ["RCPT TO:<gone@"] = "550 5.1.1 no such user here" } };
        await using var host = new MailHost(sink.Port);

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(() => host.Notifier.NotifyAsync(
            ["anna@example.com", "gone@example.com", "ben@example.com"], MailHost.Notification("Sync\nstopped"), CancellationToken.None));

        Assert.Equal(["gone@example.com"], failure.Undelivered);
        Assert.Contains("'Sync stopped' did not reach 1 of 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gone@example.com: the server refused with '550", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no such user here", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["anna@example.com", "ben@example.com"], sink.Deliveries.SelectMany(delivery => delivery.Recipients));
    }

    [Fact]
    public async Task NotifyAsync_sender_refused_names_the_option()
    {
        await using var sink = new MailSink { Answers = new Dictionary<string, string> { ["MAIL FROM"] = "553 not your address" } };
        await using var host = new MailHost(sink.Port);

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(
            () => host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Contains("check MailOptions.From", failure.Message, StringComparison.Ordinal);
        Assert.Empty(sink.Deliveries);
    }

    [Fact]
    public async Task NotifyAsync_connection_lost_names_everybody_who_was_not_reached()
    {
        await using var sink = new MailSink { HangsUpOn = "RCPT TO:<ben@" };
        await using var host = new MailHost(sink.Port);

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(() => host.Notifier.NotifyAsync(
            ["anna@example.com", "ben@example.com", "carl@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Equal(["ben@example.com", "carl@example.com"], failure.Undelivered);
        Assert.Contains("the connection to the server was lost", failure.Message, StringComparison.Ordinal);
        Assert.Single(sink.Deliveries);
    }

    [Fact]
    public async Task NotifyAsync_nobody_listens_names_server_and_remedy()
    {
        await using var host = new MailHost(ClosedPort(out var port));

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(
            () => host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Contains($"the mail server 127.0.0.1:{port} cannot be reached; check MailOptions.Host and MailOptions.Port", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["anna@example.com"], failure.Undelivered);
        Assert.IsType<SocketException>(failure.InnerException);
    }

    [Fact]
    public async Task NotifyAsync_server_that_says_nothing_is_given_up_at_the_timeout()
    {
        await using var sink = new MailSink { IsSilent = true };
        await using var host = new MailHost(sink.Port, options => options.Timeout = TimeSpan.FromSeconds(30));

        var sending = host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None);
        await sink.Connected;
        host.Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(sending.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(() => sending);
        Assert.Contains("did not answer within 00:00:30", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotifyAsync_cancelled_stops_as_cancelled()
    {
        await using var sink = new MailSink { IsSilent = true };
        await using var host = new MailHost(sink.Port);
        using var cancellation = new CancellationTokenSource();

        var sending = host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), cancellation.Token);
        await sink.Connected;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task NotifyAsync_nobody_to_tell_opens_no_connection()
    {
        await using var host = new MailHost(ClosedPort(out _));

        await host.Notifier.NotifyAsync([], MailHost.Notification(), CancellationToken.None);

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task NotifyAsync_with_credentials_signs_in_and_logs_no_secret()
    {
        await using var sink = new MailSink { Capabilities = ["AUTH PLAIN", "8BITMIME"] };
        await using var host = new MailHost(sink.Port, SignIn);

        await host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None);

        Assert.Single(sink.Deliveries);
        Assert.Contains(sink.Commands, command => command == $"AUTH PLAIN {Credentials}");
        var line = Assert.Single(host.Log.Lines);
        Assert.StartsWith("Information 7000", line, StringComparison.Ordinal);
        AssertHoldsNoSecret(line);
        Assert.DoesNotContain("anna", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotifyAsync_credentials_refused_names_the_options_and_no_secret()
    {
        await using var sink = new MailSink { Capabilities = ["AUTH PLAIN"], Answers = new Dictionary<string, string> { ["AUTH"] = "535 5.7.8 no" } };
        await using var host = new MailHost(sink.Port, SignIn);

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(
            () => host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Contains("refused the credentials; check MailOptions.UserName and MailOptions.Password", failure.Message, StringComparison.Ordinal);
        AssertHoldsNoSecret(failure.ToString());
        Assert.All(host.Log.Lines, AssertHoldsNoSecret);
        Assert.Empty(sink.Deliveries);
    }

    [Fact]
    public async Task NotifyAsync_server_without_starttls_is_left_before_anything_is_said()
    {
        await using var sink = new MailSink { Capabilities = ["AUTH PLAIN"] };
        await using var host = new MailHost(sink.Port, options =>
        {
            SignIn(options);
            options.Security = MailSecurity.StartTls;
        });

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(
            () => host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Contains("offers no STARTTLS", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotifyAsync_server_without_tls_names_security_and_port()
    {
        await using var sink = new MailSink();
        await using var host = new MailHost(sink.Port, options => options.Security = MailSecurity.Tls);

        var failure = await Assert.ThrowsAsync<MailDeliveryException>(
            () => host.Notifier.NotifyAsync(["anna@example.com"], MailHost.Notification(), CancellationToken.None));

        Assert.Contains("made no secure connection", failure.Message, StringComparison.Ordinal);
        Assert.Contains("MailOptions.Security", failure.Message, StringComparison.Ordinal);
    }

    private static string Credentials => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"\0kompass\0{Secret}"));

    private static void SignIn(MailOptions options)
    {
        options.UserName = "kompass";
        options.Password = Secret;
    }

    private static void AssertHoldsNoSecret(string text)
    {
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Credentials, text, StringComparison.Ordinal);
    }

    private static int ClosedPort(out int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return port;
    }
}
