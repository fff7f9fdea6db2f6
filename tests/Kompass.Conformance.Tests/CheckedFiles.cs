using System.Text.Json;
using Kompass.Xero.Emulator;

namespace Kompass.Conformance.Tests;

/// <summary>Runs each file of checks once, when the first of its checks is asked for.</summary>
public sealed class CheckedFiles : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Dictionary<string, CheckResults> _results = [];
    private readonly string _books = Path.GetTempFileName();

    public void Dispose() => File.Delete(_books);

    internal async Task<CheckResults> RunAsync(string file)
    {
        if (!_results.TryGetValue(file, out var results))
        {
            await File.WriteAllTextAsync(_books, JsonSerializer.Serialize(Snapshot(), JsonSerializerOptions.Web));
            _results[file] = results = await RunNowAsync(file);
        }

        return results;
    }

    /// <summary>Ids come from the seed alone, so that the books of another emulator here are those of the one that Node talks to.</summary>
    private static BooksSnapshot Snapshot()
    {
        var emulator = new XeroEmulator(new() { Seed = "lived-in" });
        return emulator.Control.Books(emulator.Control.TenantId);
    }

    private async Task<CheckResults> RunNowAsync(string file)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var node = NodeProcess.Start(
            ["--test", "--test-reporter=tap", Path.Combine("test", file)], new Dictionary<string, string> { ["KOMPASS_BOOKS"] = _books });
        try
        {
            await node.EndAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return CheckResults.Read($"{file} was stopped after {Patience}.\n{node.Output}");
        }

        return CheckResults.Read(node.Output);
    }
}
