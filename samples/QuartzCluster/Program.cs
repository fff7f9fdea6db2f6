using QuartzCluster;

if (args is ["node"])
{
    return await NodeProgram.RunAsync();
}

if (Arguments.Parse(args) is not { } asked)
{
    Console.Error.WriteLine($"'{string.Join(' ', args)}' is not understood. {Arguments.Usage}");
    return 2;
}

if (asked.Help)
{
    Console.WriteLine(Arguments.Explanation);
    return 0;
}

using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(3));
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

try
{
    Console.WriteLine(asked.Connection is null ? "A PostgreSQL and an emulated Xero start, and an administrator sets three organisations up." : "An emulated Xero starts, and an administrator sets three organisations up.");
    await using var workplace = await Workplace.CreateAsync(asked.Connection, stop.Token);
    var organisations = await Administrator.SetUpAsync(workplace.Settings, workplace.Xero, stop.Token);
    var books = new Books(workplace.Xero, organisations);
    var count = await new Story(books, workplace.Settings, organisations.ToDictionary(entry => entry.Value.Configuration, entry => entry.Key)).RunAsync(stop.Token);
    Console.WriteLine();
    var isRight = books.Show(count);
    Console.WriteLine(isRight ? "Both nodes ran, one was killed, and each invoice is in Xero exactly once." : "The books are wrong.");
    return isRight ? 0 : 1;
}
catch (SampleException fault)
{
    Console.Error.WriteLine(fault.Message);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped before the end: by Ctrl+C, or because the nodes were not done after 3 minutes.");
}

return 1;
