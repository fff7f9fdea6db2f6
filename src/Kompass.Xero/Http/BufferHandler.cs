namespace Kompass.Xero;

/// <summary>
/// Reads the answer to its end inside the time-out, since <see cref="HttpClient.Timeout"/> is off (its timer is not the injected clock).
/// </summary>
internal sealed class BufferHandler : DelegatingHandler
{
    /// <summary>A thousand invoices with their lines stay far below this.</summary>
    private const long LongestBody = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        response.RequestMessage ??= request;
        if (request.Options.TryGetValue(new HttpRequestOptionsKey<XeroCall>(XeroCall.PolicyKey), out var call))
        {
            call.Answered = true;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(LongestBody, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
