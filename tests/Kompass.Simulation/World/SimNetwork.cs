using System.Text.Json.Nodes;

namespace Kompass.Simulation;

/// <summary>The way from one node to Xero and back: takes time, and the node may be struck on either side of what Xero does.</summary>
internal sealed class SimNetwork(HttpMessageHandler xero, SimNode node, SimWorld world, SimClock clock) : DelegatingHandler(xero)
{
    private readonly Scheduler _scheduler = world.Scheduler;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        await _scheduler.PointAsync(node, PointPlace.Network, $"{request.Method} {path}", cancellationToken);
        world.Calls.Begin(node, path, _scheduler.Now);
        try
        {
            await PassAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            await NoteTokensAsync(request, path, response);
            await _scheduler.PointAsync(node, PointPlace.Network, $"{(int)response.StatusCode} {path}", cancellationToken);
            await PassAsync(cancellationToken);
            return response;
        }
        catch (Exception) when (path == TokenPath)
        {
            world.Refreshes.Forget();
            throw;
        }
        finally
        {
            world.Calls.End(node, path);
        }
    }

    private const string TokenPath = "/connect/token";

    private async Task NoteTokensAsync(HttpRequestMessage request, string path, HttpResponseMessage response)
    {
        if (response.StatusCode == System.Net.HttpStatusCode.Unauthorized)
        {
            world.Refreshes.Forget();
        }

        if (path == TokenPath && response.IsSuccessStatusCode)
        {
            var tokens = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            world.Secrets.Guard(tokens["access_token"]!.GetValue<string>());
            world.Secrets.Guard(tokens["refresh_token"]!.GetValue<string>());
            if ((await request.Content!.ReadAsStringAsync()).Contains("refresh_token", StringComparison.Ordinal))
            {
                world.Refreshes.Delivered(_scheduler.Now);
            }
        }
    }

    // Not Task.Delay, which goes on at the thread pool when it is cancelled.
    private async Task PassAsync(CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        var latency = TimeSpan.FromMilliseconds(_scheduler.Random.Next(10, 400));
        await using var timer = clock.CreateTimer(_ => over.TrySetResult(), null, latency, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        await over.Task;
    }
}
