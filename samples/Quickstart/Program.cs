using Quickstart;

if (!Arguments.TryParse(args, out var arguments, out var problem))
{
    Console.Error.WriteLine(problem);
    return 2;
}

if (!Workplace.TryAt(arguments.Out, out var workplace, out problem))
{
    Console.Error.WriteLine(problem);
    return 2;
}

await using var folder = workplace;
IDisplay display = arguments.Json || Console.IsOutputRedirected ? new PlainDisplay(Console.Out) : new TerminalDisplay();
var report = await QuickstartJob.RunAsync(workplace, display, CancellationToken.None);
if (arguments.Json)
{
    Console.WriteLine(report.ToJson());
}

return report.Ok ? 0 : 1;
