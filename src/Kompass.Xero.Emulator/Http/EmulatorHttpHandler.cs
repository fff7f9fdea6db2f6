using System.Net;

namespace Kompass.Xero.Emulator;

/// <summary>The skin for an <see cref="HttpClient"/> inside the process. Answers on the caller's thread unless a delay is asked for.</summary>
internal sealed class EmulatorHttpHandler(XeroEmulator emulator) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var asked = new EmulatedRequest(request.Method.Method, request.RequestUri!, Headers(request), body);
        if (XeroEmulator.IsControl(asked))
        {
            return Message(request, await emulator.ControlAsync(asked, cancellationToken));
        }

        var exchange = emulator.Open(asked);
        if (exchange.Response is null)
        {
            exchange = await Waiting.AbandonableAsync(ArriveAsync(asked, exchange), cancellationToken);
        }

        using (exchange)
        {
            return await DeliverAsync(request, exchange.Response!, cancellationToken);
        }
    }

    /// <summary>A request that is under way arrives, whether or not its sender still waits.</summary>
    private async Task<Exchange> ArriveAsync(EmulatedRequest asked, Exchange late)
    {
        await Task.Delay(late.ArrivesAfter, emulator.Options.Clock, CancellationToken.None);
        var exchange = emulator.OpenArrived(asked, late);
        exchange.Dispose();
        return exchange;
    }

    private async Task<HttpResponseMessage> DeliverAsync(HttpRequestMessage request, EmulatedResponse response, CancellationToken cancellationToken)
    {
        if (response.Delivery == ResponseDelivery.Never)
        {
            var never = new TaskCompletionSource();
            await using (cancellationToken.Register(() => never.TrySetCanceled(cancellationToken)))
            {
                await never.Task;
            }
        }

        if (response.Delay > TimeSpan.Zero)
        {
            await Waiting.DelayAsync(response.Delay, emulator.Options.Clock, cancellationToken);
        }

        if (response.Delivery == ResponseDelivery.Lost)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The emulator broke the connection, as an injected fault asked.");
        }

        return Message(request, response);
    }

    private static HttpResponseMessage Message(HttpRequestMessage request, EmulatedResponse response)
    {
        var content = new ReadOnlyMemoryContent(response.Body);
        if (response.ContentType is { } type)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { Content = content, RequestMessage = request };
        foreach (var (name, value) in response.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(HttpRequestMessage request)
    {
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> all = request.Headers.NonValidated.Select(Pair);
        if (request.Content is { } content)
        {
            all = all.Concat(content.Headers.NonValidated.Select(Pair));
        }

        return all.Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

        static KeyValuePair<string, IEnumerable<string>> Pair(KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header) =>
            KeyValuePair.Create<string, IEnumerable<string>>(header.Key, [.. header.Value]);
    }
}
