using System.Net;
using System.Text;

namespace Kompass.Xero.Tests;

/// <summary>What a stubbed Xero saw of one request.</summary>
public sealed record SeenRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At)
{
    public string Path => Address.AbsolutePath;

    public string Query => Uri.UnescapeDataString(Address.Query);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>Answers requests by a script, in order; the last step repeats.</summary>
public sealed class StubXero(TimeProvider time) : HttpMessageHandler
{
    private readonly Queue<Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> _steps = new();
    private Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>? _last;

    public List<SeenRequest> Seen { get; } = [];

    public int InFlight { get; private set; }

    public int MostInFlight { get; private set; }

    public StubXero Then(Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> step)
    {
        _steps.Enqueue(step);
        return this;
    }

    public StubXero Then(Func<SeenRequest, HttpResponseMessage> step) => Then((seen, _) => Task.FromResult(step(seen)));

    public StubXero ThenJson(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        Then(_ => Answer(status, json, "application/json", headers));

    public StubXero ThenStatus(int status, string body = "", string type = "text/plain", params (string Name, string Value)[] headers) =>
        Then(_ => Answer((HttpStatusCode)status, body, type, headers));

    public StubXero ThenNoAnswer() => Then((_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException("connection reset")));

    /// <summary>Never answers, until the attempt gives up.</summary>
    public StubXero ThenHang() => Then((_, cancellationToken) =>
    {
        var source = new TaskCompletionSource<HttpResponseMessage>();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        return source.Task;
    });

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        var seen = new SeenRequest(request.Method.Method, request.RequestUri!, headers, body, time.GetUtcNow());
        Seen.Add(seen);
        if (_steps.TryDequeue(out var step))
        {
            _last = step;
        }

        InFlight++;
        MostInFlight = Math.Max(MostInFlight, InFlight);
        try
        {
            return await (_last ?? throw new InvalidOperationException("The stub has no script."))(seen, cancellationToken);
        }
        finally
        {
            InFlight--;
        }
    }
}
