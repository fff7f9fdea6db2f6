namespace Kompass.Benchmarks;

/// <summary>
/// The way to the emulator and back: real HTTP to another process, while virtual time stands still; then as much virtual time as a
/// call takes. Counts the calls of the accounting API, not those of the identity, which Xero does not limit by organisation.
/// </summary>
internal sealed class EmulatorLink(EmulatorProcess emulator, VirtualTime time, TimeSpan latency, CallTotals totals)
    : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isCounted = request.RequestUri!.AbsolutePath.StartsWith("/api.xro/", StringComparison.Ordinal);
        var sent = request.Content?.Headers.ContentLength ?? 0;
        totals.Begin(isCounted);
        try
        {
            await Task.Delay(latency / 2, time, CancellationToken.None);
            time.RequireThread();
            emulator.MoveTo(time.GetUtcNow());
            var response = base.Send(request, cancellationToken);

            // An answer that is still to be read would be read on another thread.
            response.Content.LoadIntoBufferAsync(CancellationToken.None).GetAwaiter().GetResult();
            await Task.Delay(latency / 2, time, CancellationToken.None);
            if (isCounted)
            {
                totals.Answered(request.Method, (int)response.StatusCode, sent, response.Content.Headers.ContentLength ?? 0);
            }

            return response;
        }
        finally
        {
            totals.End(isCounted);
        }
    }
}
