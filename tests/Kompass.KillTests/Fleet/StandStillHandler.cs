namespace Kompass.Kills;

/// <summary>Stands still with the first request that writes to a path, with nothing between it and the wire but what comes after.</summary>
internal sealed class StandStillHandler(string path) : DelegatingHandler
{
    private int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get
            && request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
            && Interlocked.Increment(ref _requests) == 1)
        {
            StandStill.Now();
        }

        return base.SendAsync(request, cancellationToken);
    }
}
