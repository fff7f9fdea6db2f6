using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AdminHost.Site;

/// <summary>A mail server on a free port of this machine: it takes every mail, and delivers none further than to <c>/mails</c>.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    public const string Host = "127.0.0.1";

    private readonly TcpListener _listener = new(IPAddress.Parse(Host), 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Mailbox _mailbox;
    private readonly Task _listening;

    public MailSink(Mailbox mailbox)
    {
        _mailbox = mailbox;
        _listener.Start();
        _listening = ListenAsync();
    }

    /// <summary>Where it listens, on <see cref="Host"/>.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var sessions = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                sessions.RemoveAll(session => session.IsCompleted);
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The sample ends, or a sender went away before it was let in.
            }
        }

        await Task.WhenAll(sessions);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;

        // One character for each byte: what they mean, the mail itself says.
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await new MailSession(reader, writer, _mailbox).RunAsync(_stop.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The sender hung up, or the sample ends.
        }
    }
}
