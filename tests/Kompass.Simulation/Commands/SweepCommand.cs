namespace Kompass.Simulation;

/// <summary>Strikes everywhere.</summary>
internal static class SweepCommand
{
    /// <summary>Each operation at each point in each way.</summary>
    public static int Run() => Report(
        Workers.Run(SweepOperation.All.SelectMany(operation => Sweep.Everything(operation)).ToList(), work => Sweep.Run(work.Operation, work.Strike)), "strikes");

    /// <summary>All ordered pairs of deaths.</summary>
    public static int RunPairs() => Report(
        Workers.Run(SweepOperation.All.SelectMany(operation => Sweep.Pairs(operation)).ToList(), work => Sweep.Run(work.Operation, work.First, work.Second)), "pairs of deaths");

    private static int Report(IEnumerable<IReadOnlyList<string>> results, string what)
    {
        var (all, wrong) = (0, 0);
        foreach (var messages in results)
        {
            all++;
            wrong += messages.Count > 0 ? 1 : 0;
            foreach (var message in messages)
            {
                Console.WriteLine(message);
            }
        }

        Console.WriteLine($"{all - wrong} of {all} {what} ended well");
        return wrong == 0 ? 0 : 1;
    }
}
