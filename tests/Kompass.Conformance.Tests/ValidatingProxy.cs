using System.Net.Http.Json;
using System.Text.Json;

namespace Kompass.Conformance.Tests;

/// <summary>Prism in front of an emulator.</summary>
internal sealed class ValidatingProxy : IAsyncDisposable
{
    private readonly NodeProcess _node;
    private readonly HttpClient _client;

    private ValidatingProxy(NodeProcess node, Uri origin)
    {
        _node = node;
        Origin = origin;
        _client = new() { BaseAddress = origin };
    }

    public Uri Origin { get; }

    public static async Task<ValidatingProxy> StartAsync(Uri emulator, CancellationToken ct)
    {
        var node = NodeProcess.Start(["prism/validating-proxy.mjs", emulator.GetLeftPart(UriPartial.Authority), OpenApiFiles.Folder]);
        try
        {
            using var line = JsonDocument.Parse(await node.FirstLineAsync(ct));
            return new(node, new(line.RootElement.GetProperty("origin").GetString()!));
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    public async Task<ViolationReport> ReportAsync(CancellationToken ct) => (await _client.GetFromJsonAsync<ViolationReport>("violations", ct))!;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _node.DisposeAsync();
    }
}
