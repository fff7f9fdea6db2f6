using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Kompass.Accounting.Mail.Tests;

/// <summary>A small SMTP server on a free loopback port: speaks just enough of RFC 5321, and keeps what it was told.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentQueue<MailDelivery> _deliveries = new();
    private readonly TaskCompletionSource _connected = new();
    private readonly Task _accepting;

    public MailSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Lines of the answer to EHLO, besides the greeting.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = ["8BITMIME"];

    /// <summary>Answers to commands that begin with the key; anything else is accepted.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Accepts connections and never says a word.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Hangs up on a command that begins with this.</summary>
    public string? HangsUpOn { get; init; }

    public IReadOnlyList<string> Commands => [.. _commands];

    public IReadOnlyList<MailDelivery> Deliveries => [.. _deliveries];

    /// <summary>Completes once somebody has connected.</summary>
    public Task Connected => _connected.Task;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var owned = connection;
        using var reader = new StreamReader(connection.GetStream());
        await using var writer = new StreamWriter(connection.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        _connected.TrySetResult();
        try
        {
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            await writer.WriteLineAsync("220 sink.test ESMTP");
            await ConverseAsync(reader, writer);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client hung up, or the test is over.
        }
    }

    private async Task ConverseAsync(StreamReader reader, StreamWriter writer)
    {
        var recipients = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { } command)
        {
            _commands.Enqueue(command);
            if (HangsUpOn is { } last && command.StartsWith(last, StringComparison.Ordinal))
            {
                return;
            }

            var refusal = Answers.FirstOrDefault(answer => command.StartsWith(answer.Key, StringComparison.Ordinal)).Value;
            if (refusal is not null)
            {
                await writer.WriteLineAsync(refusal);
                continue;
            }

            switch (command.Split(' ', ':')[0])
            {
                case "EHLO":
                    await writer.WriteLineAsync(string.Join("\r\n", ["250-sink.test", .. Capabilities.SkipLast(1).Select(line => $"250-{line}"), $"250 {Capabilities[^1]}"]));
                    break;
                case "AUTH":
                    await writer.WriteLineAsync("235 welcome");
                    break;
                case "RCPT":
                    recipients.Add(command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)]);
                    await writer.WriteLineAsync("250 fine");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    _deliveries.Enqueue(await ReadMessageAsync(reader, [.. recipients]));
                    await writer.WriteLineAsync("250 stored");
                    recipients.Clear();
                    break;
                case "RSET":
                    recipients.Clear();
                    await writer.WriteLineAsync("250 forgotten");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }

    private async Task<MailDelivery> ReadMessageAsync(StreamReader reader, IReadOnlyList<string> recipients)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        var raw = string.Join("\r\n", lines) + "\r\n";
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(raw));
        return new(recipients, raw, await MimeMessage.LoadAsync(bytes, _stop.Token));
    }
}
