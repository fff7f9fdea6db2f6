using System.Diagnostics;
using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>
/// One process whose connection ends at each statement of two runs in turn, before the statement and after it was done, a COMMIT included.
/// Each time it goes on with an organisation of its own until nothing is left to do, and the books are compared to the penny.
/// </summary>
internal static class StatementStory
{
    private const int MostRuns = 6;
    private static readonly int Lanes = Environment.ProcessorCount;

    public static async Task<StatementReport> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var report = new StatementReport();
        var database = await FleetDatabase.CreateAsync();
        var statements = await CountAsync(database, report, cancellationToken);
        var aims = Enumerable.Range(1, report.Statements).SelectMany(statement => new[] { (statement, false), (statement, true) });
        await Parallel.ForEachAsync(aims, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken }, async (aim, token) =>
        {
            var (statement, isAfter) = aim;
            var one = new StatementReport();
            await StrikeAsync(database, aim, one, token);
            lock (report)
            {
                report.Add(one, $"{(isAfter ? "After" : "Before")} statement {statement} ({statements[statement - 1]}): ");
            }
        });
        await database.DropAsync();
        report.Duration = watch.Elapsed;
        return report;
    }

    /// <returns>The statements of the two runs.</returns>
    private static async Task<IReadOnlyList<string>> CountAsync(FleetDatabase database, StatementReport report, CancellationToken cancellationToken)
    {
        await using var world = await StatementWorld.CreateAsync(database, 0, cancellationToken);
        world.Strike.Watch(aim: null);
        for (world.Life = 1; world.Life <= SweepLoad.Lives; world.Life++)
        {
            await world.SyncAsync(cancellationToken);
        }

        report.Statements = world.Strike.Statements.Count;
        return world.Strike.Statements;
    }

    private static async Task StrikeAsync(FleetDatabase database, (int Statement, bool IsAfter) aim, StatementReport report, CancellationToken cancellationToken)
    {
        await using var world = await StatementWorld.CreateAsync(database, (2 * aim.Statement) + (aim.IsAfter ? 1 : 0), cancellationToken);
        world.Strike.Watch(aim);
        for (world.Life = 1; world.Life <= SweepLoad.Lives; world.Life++)
        {
            var wasStruck = world.Strike.IsDone;
            await SyncAsync(world, report, cancellationToken);
            if (world.Strike.IsDone && (!wasStruck || world.Life == SweepLoad.Lives))
            {
                await SettleAsync(world, report, cancellationToken);
                report.Stuck += await world.CheckAsync(report.Books, cancellationToken);
            }
        }

        if (!world.Strike.IsDone)
        {
            report.Problems.Add("it was not reached.");
        }
    }

    /// <summary>The run that may be struck: it fails, or goes on and says what happened.</summary>
    private static async Task SyncAsync(StatementWorld world, StatementReport report, CancellationToken cancellationToken)
    {
        var (wasStruck, warnings) = (world.Strike.IsDone, world.Warnings);
        try
        {
            var result = await world.SyncAsync(cancellationToken);
            if (world.Strike.IsDone && !wasStruck)
            {
                report.WentOn++;
                if (result.Outcome == SyncOutcome.Completed && world.Warnings == warnings)
                {
                    report.Problems.Add("the error was swallowed.");
                }
            }
            else if (result.Outcome != SyncOutcome.Completed)
            {
                report.Problems.Add($"a run without a strike ended {result.Outcome}: {result.Message}");
            }
        }
#pragma warning disable CA1031 // Whatever type the error has: the next runs show whether it did harm.
        catch (Exception exception) when (!wasStruck && world.Strike.IsDone && exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            report.Failed++;
        }

        report.Strikes += world.Strike.IsDone && !wasStruck ? 1 : 0;
    }

    private static async Task SettleAsync(StatementWorld world, StatementReport report, CancellationToken cancellationToken)
    {
        for (var run = 0; run < MostRuns; run++)
        {
            await world.WaitAsync();
            if (await world.SyncAsync(cancellationToken) is { Outcome: SyncOutcome.Completed, Counts.Writes: 0, Holds.Count: 0 })
            {
                return;
            }
        }

        report.Problems.Add($"{MostRuns} runs later there is still something to do.");
    }
}
