using Kompass.Benchmarks;

try
{
    return args switch
    {
        _ when args.Contains("--help") && args is not ["bench", ..] => Usage.Show(exitCode: 0),
        ["match", .. var rest] => MatchCommand.Run(Arguments.Parse(rest, MatchCommand.Options)),
        ["evaluate", .. var rest] => EvaluateCommand.Run(Arguments.Parse(rest, EvaluateCommand.Options)),
        ["scale", .. var rest] => ScaleCommand.Run(Arguments.Parse(rest, ScaleCommand.Options)),
        ["train", .. var rest] => TrainCommand.Run(Arguments.Parse(rest, TrainCommand.Options)),
        ["emulator", .. var rest] => await EmulatorCommand.RunAsync(Arguments.Parse(rest, EmulatorCommand.Options)),
        ["sync", .. var rest] => SyncCommand.Run(Arguments.Parse(rest, SyncCommand.Options)),
        ["store", .. var rest] => await StoreCommand.RunAsync(Arguments.Parse(rest, StoreCommand.Options)),
        ["pages", .. var rest] => await PagesCommand.RunAsync(Arguments.Parse(rest, PagesCommand.Options)),
        [EmulatorHostCommand.Name] => await EmulatorHostCommand.RunAsync(),
        ["bench", .. var rest] => BenchCommand.Run(rest),
        _ => Usage.Show(),
    };
}
catch (InputException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
