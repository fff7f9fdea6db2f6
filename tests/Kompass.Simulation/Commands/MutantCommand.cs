namespace Kompass.Simulation;

/// <summary>Puts in each bug of the zoo, and looks for the first seed that shows it.</summary>
internal static class MutantCommand
{
    public const int MostSeeds = 400;

    public static int Run(SimulationArguments asked)
    {
        var survivors = 0;
        foreach (var (mutant, caught) in Workers.Run(Zoo.All, mutant => (mutant, Catch(mutant, asked.Start, MostSeeds))))
        {
            survivors += caught is null ? 1 : 0;
            Console.WriteLine(caught is null
                ? $"NOT CAUGHT in {MostSeeds} seeds: {mutant}"
                : $"seed {caught.Seed,3} catches '{mutant}': {caught.Violations}");
        }

        Console.WriteLine($"{Zoo.All.Count - survivors} of {Zoo.All.Count} bugs caught");
        return survivors == 0 ? 0 : 1;
    }

    /// <summary>The first seed that fails with the bug; null when none does.</summary>
    public static SeedResult? Catch(Mutant mutant, int start, int most) => Enumerable.Range(start, most)
        .Select(seed => SeedRun.Run(seed, mutant: mutant))
        .FirstOrDefault(result => result.Violations.Total > 0);
}
