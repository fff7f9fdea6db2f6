using Kompass.Simulation;

if (SimulationArguments.Parse(args) is not { } asked)
{
    Console.Error.WriteLine(SimulationArguments.Usage);
    return 2;
}

return asked.Seed is { } seed ? Commands.Replay(seed)
    : asked.ReplayCheck is { } count ? Commands.CheckReplays(asked.Start, count)
    : asked.Mutants ? MutantCommand.Run(asked)
    : asked.Sweep ? SweepCommand.Run()
    : asked.Pairs ? SweepCommand.RunPairs()
    : Commands.Search(asked);
