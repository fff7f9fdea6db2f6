using System.Diagnostics;

namespace Kompass.Benchmarks;

/// <summary>How long one call takes, in milliseconds: the first one, and those after it.</summary>
internal sealed record EmulatorTiming(string Call, string Way, int Bytes, double FirstMs, double MedianMs, double WorstMs)
{
    public static async Task<EmulatorTiming> TakeAsync(string call, string way, int repeats, Func<Task<int>> send)
    {
        var (bytes, first) = await TimeAsync(send);
        var later = new List<double>();
        for (var i = 0; i < repeats; i++)
        {
            later.Add((await TimeAsync(send)).Milliseconds);
        }

        later.Sort();
        return new(call, way, bytes, first, later[later.Count / 2], later[^1]);
    }

    private static async Task<(int Bytes, double Milliseconds)> TimeAsync(Func<Task<int>> send)
    {
        var clock = Stopwatch.StartNew();
        var bytes = await send();
        return (bytes, clock.Elapsed.TotalMilliseconds);
    }
}
