using Quickstart;

if (!Arguments.TryParse(args, out var arguments, out var problem))
{
    return Failure.Show(problem!, args.Contains("--json"), exitCode: 2);
}

if (arguments.Help)
{
    Console.WriteLine(Arguments.Explanation);
    return 0;
}

if (!Workplace.TryAt(arguments.Out, out var workplace, out problem))
{
    return Failure.Show(problem, arguments.Json, exitCode: 2);
}

await using var folder = workplace;
IDisplay display = arguments.Json || Console.IsOutputRedirected ? new PlainDisplay(Console.Out) : new TerminalDisplay();
try
{
    var report = await QuickstartJob.RunAsync(workplace, display, CancellationToken.None);
    if (arguments.Json)
    {
        Console.WriteLine(report.ToJson());
    }

    return report.Ok ? 0 : 1;
}
catch (Exception exception)
{
    Console.Error.WriteLine(exception);
    return Failure.Show($"The job broke off: {exception.Message}", arguments.Json, exitCode: 1);
}
