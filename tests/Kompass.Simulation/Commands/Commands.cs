using System.Diagnostics;
using System.Text.Json;

namespace Kompass.Simulation;

/// <summary>What the program does.</summary>
internal static class Commands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Runs one seed and prints all that happened.</summary>
    public static int Replay(int seed)
    {
        var result = SeedRun.Run(seed, keepsTrace: true);
        foreach (var line in result.Trace)
        {
            Console.WriteLine(line);
        }

        Report(result);
        Console.WriteLine($"{result.Points} points, {result.Deaths} deaths, trace {result.TraceHash:x16}");
        return result.Violations.Total == 0 ? 0 : 1;
    }

    /// <summary>Runs seeds twice: whatever differs was decided by something else than the seed.</summary>
    public static int CheckReplays(int start, int count)
    {
        var different = Workers.Run(Enumerable.Range(start, count), seed => (Seed: seed, IsEqual: SeedRun.Run(seed).TraceHash == SeedRun.Run(seed).TraceHash))
            .Where(replay => !replay.IsEqual).Select(replay => replay.Seed).ToList();
        foreach (var seed in different)
        {
            Console.WriteLine($"seed {seed} runs differently the second time");
        }

        Console.WriteLine($"{count - different.Count} of {count} replays equal");
        return different.Count == 0 ? 0 : 1;
    }

    /// <summary>Runs many seeds and counts what must not be.</summary>
    public static int Search(SimulationArguments asked)
    {
        var clock = Stopwatch.StartNew();
        var total = new Totals();
        foreach (var result in Workers.Run(Enumerable.Range(asked.Start, asked.Seeds), seed => SeedRun.Run(seed)))
        {
            total.Add(result);
            if (result.Violations.Total > 0)
            {
                Report(result);
                Console.WriteLine($"seed {result.Seed}: replay it with --seed {result.Seed}; the least that fails: {Shrinker.Shrink(result.Seed)}");
            }
        }

        Console.WriteLine(asked.Json ? JsonSerializer.Serialize(total.Summary(clock.Elapsed), Json) : total.Text(clock.Elapsed));
        return total.Violations.Total == 0 ? 0 : 1;
    }

    private static void Report(SeedResult result)
    {
        foreach (var message in result.Violations.Messages)
        {
            Console.WriteLine($"seed {result.Seed}: {message}");
        }
    }
}
