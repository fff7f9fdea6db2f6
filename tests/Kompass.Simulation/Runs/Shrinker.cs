namespace Kompass.Simulation;

/// <summary>Takes away from a failing seed's swarm what it fails without.</summary>
internal static class Shrinker
{
    /// <summary>The smallest swarm found with which the seed fails.</summary>
    public static Swarm Shrink(int seed) => Shrink(SeedRun.Drawn(seed), swarm => SeedRun.Run(seed, swarm).Violations.Total > 0);

    public static Swarm Shrink(Swarm swarm, Func<Swarm, bool> fails)
    {
        while (Smaller(swarm).FirstOrDefault(fails) is { } smaller)
        {
            swarm = smaller;
        }

        return swarm;
    }

    private static IEnumerable<Swarm> Smaller(Swarm swarm)
    {
        if (swarm.Faults.Count > 1)
        {
            yield return swarm with { Faults = [] };
        }

        foreach (var fault in swarm.Faults)
        {
            yield return swarm with { Faults = [.. swarm.Faults.Where(other => other != fault)] };
        }

        if (swarm.Deaths > 0)
        {
            yield return swarm with { Deaths = 0 };
            yield return swarm with { Deaths = swarm.Deaths - 1 };
        }

        if (swarm.ErrorChance > 0)
        {
            yield return swarm with { ErrorChance = 0 };
        }

        if (swarm.HangChance > 0)
        {
            yield return swarm with { HangChance = 0 };
        }

        if (swarm.IdleMinutes > 0)
        {
            yield return swarm with { IdleMinutes = 0 };
        }

        if (swarm.Nodes > 1)
        {
            yield return swarm with { Nodes = swarm.Nodes - 1 };
        }

        if (swarm.Changes > 0)
        {
            yield return swarm with { Changes = swarm.Changes / 2 };
        }

        if (swarm.Documents > 1)
        {
            yield return swarm with { Documents = swarm.Documents / 2 };
        }

        if (swarm.Clients > 1)
        {
            yield return swarm with { Clients = 1 };
        }
    }
}
