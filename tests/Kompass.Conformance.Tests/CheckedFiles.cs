namespace Kompass.Conformance.Tests;

/// <summary>Runs each file of checks once, when the first of its checks is asked for.</summary>
public sealed class CheckedFiles
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Dictionary<string, CheckResults> _results = [];

    internal async Task<CheckResults> RunAsync(string file)
    {
        if (!_results.TryGetValue(file, out var results))
        {
            _results[file] = results = await RunNowAsync(file);
        }

        return results;
    }

    private static async Task<CheckResults> RunNowAsync(string file)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var node = NodeProcess.Start(["--test", "--test-reporter=tap", Path.Combine("test", file)]);
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
