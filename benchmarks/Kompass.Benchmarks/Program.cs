using Kompass.Benchmarks;

return args switch
{
    ["match", .. var rest] => MatchCommand.Run(Arguments.Parse(rest)),
    ["evaluate", .. var rest] => EvaluateCommand.Run(Arguments.Parse(rest)),
    ["train", .. var rest] => TrainCommand.Run(Arguments.Parse(rest)),
    ["bench", .. var rest] => BenchCommand.Run(rest),
    _ => Usage.Show(),
};
