using Quickstart;

if (!Arguments.TryParse(args, out var arguments, out var problem))
{
    Console.Error.WriteLine(problem);
    return 2;
}

await using var workplace = Workplace.At(arguments.Out);
IDisplay display = arguments.Json || Console.IsOutputRedirected ? new PlainDisplay(Console.Out) : new TerminalDisplay();
var report = await QuickstartJob.RunAsync(workplace, display, CancellationToken.None);
if (arguments.Json)
{
    Console.WriteLine(report.ToJson());
}

return report.Ok ? 0 : 1;
