using System.Text.Json.Nodes;

namespace Kompass.Simulation;

/// <summary>The way from one node to Xero and back: takes time, and the node may die on either side of what Xero does.</summary>
internal sealed class SimNetwork(HttpMessageHandler xero, SimNode node, Scheduler scheduler, SimClock clock, CallCounter calls, LogRecorder logs)
    : DelegatingHandler(xero)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        await scheduler.PointAsync(node, $"{request.Method} {path}");
        calls.Begin(node, path, scheduler.Now);
        try
        {
            await PassAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            await GuardAsync(path, response);
            await scheduler.PointAsync(node, $"{(int)response.StatusCode} {path}");
            await PassAsync(cancellationToken);
            return response;
        }
        finally
        {
            calls.End(node, path);
        }
    }

    // The tokens in an answer of the identity are what no log may show.
    private async Task GuardAsync(string path, HttpResponseMessage response)
    {
        if (path == "/connect/token" && response.IsSuccessStatusCode)
        {
            var tokens = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            logs.Guard(tokens["access_token"]!.GetValue<string>());
            logs.Guard(tokens["refresh_token"]!.GetValue<string>());
        }
    }

    // Not Task.Delay, which goes on at the thread pool when it is cancelled.
    private async Task PassAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        var latency = TimeSpan.FromMilliseconds(scheduler.Random.Next(10, 400));
        await using var timer = clock.CreateTimer(_ => over.TrySetResult(), null, latency, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        await over.Task;
    }
}
