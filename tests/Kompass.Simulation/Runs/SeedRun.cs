namespace Kompass.Simulation;

/// <summary>One seed: a time with faults and deaths, then a time without, in which everything has to settle; then the checks.</summary>
internal static class SeedRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public static SeedResult Run(int seed, bool keepsTrace = false, Mutant? mutant = null) => Run(seed, mutant?.Habitat?.Invoke(Drawn(seed)) ?? Drawn(seed), keepsTrace, mutant);

    /// <summary>Runs a seed with another swarm than its own, to find out what of it matters.</summary>
    public static SeedResult Run(int seed, Swarm swarm, bool keepsTrace = false, Mutant? mutant = null)
    {
        using var run = new SimRun(seed, mutant, keepsTrace);
        run.SetUp();
        run.Workload.Begin(swarm);
        Disturb(run, swarm);
        run.Settle();
        return run.Finish();
    }

    public static Swarm Drawn(int seed) => Swarm.Draw(new(seed));

    private static void Disturb(SimRun run, Swarm swarm)
    {
        var scheduler = run.Scheduler;
        Let(scheduler, TimeSpan.FromMinutes(swarm.IdleMinutes));
        foreach (var fault in swarm.Faults)
        {
            run.World.Xero.Control.InjectFault(fault);
        }

        run.BeginsWithPages = swarm.IdleMinutes > 0;
        scheduler.Adversary = (_, _, _) => Draw(run, swarm);
        for (var number = 1; number <= swarm.Nodes; number++)
        {
            run.Work(number);
        }

        for (var change = 0; change < swarm.Changes; change++)
        {
            Let(scheduler, TimeSpan.FromSeconds(scheduler.Random.Next(1, 200)));
            run.Workload.Change();
        }

        Let(scheduler, TimeSpan.FromSeconds(swarm.TailSeconds));
        run.CheckSafety();
    }

    private static void Let(Scheduler scheduler, TimeSpan pass)
    {
        var isOver = false;
        new SimTimer(scheduler, null, _ => isOver = true, null).Change(pass, Timeout.InfiniteTimeSpan);
        scheduler.RunUntil(() => isOver, Patience);
    }

    private static Blow Draw(SimRun run, Swarm swarm)
    {
        var drawn = run.Scheduler.Random.NextDouble();
        return drawn < swarm.DeathChance ? run.Deaths < swarm.Deaths ? Blow.Death : Blow.None
            : drawn < swarm.DeathChance + swarm.ErrorChance ? Blow.Error
            : drawn < swarm.DeathChance + swarm.ErrorChance + swarm.HangChance ? Blow.Hang
            : Blow.None;
    }
}
