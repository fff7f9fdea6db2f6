using System.Diagnostics;
using Kompass.Accounting;

namespace Kompass.Kills;

/// <summary>
/// One process whose connection ends at each statement of two runs in turn, before the statement and after it was done, a COMMIT included.
/// After each strike it goes on until nothing is left to do, and the books are compared to the penny. A strike at the first run shares its
/// organisation with a strike at the second one.
/// </summary>
internal static class StatementStory
{
    private const int MostRuns = 6;

    public static async Task<StatementReport> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var report = new StatementReport();
        var database = await FleetDatabase.CreateAsync();
        var runs = await CountAsync(database, cancellationToken);
        report.Statements = runs.Sum(statements => statements.Count);
        var aims = Enumerable.Range(1, runs.Max(statements => statements.Count)).SelectMany(statement => new[] { (statement, false), (statement, true) });
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(aims, lanes, async (aim, token) => await StrikeAsync(database, aim, runs, report, token));
        await database.DropAsync();
        report.Duration = watch.Elapsed;
        return report;
    }

    /// <returns>The statements of each life's run.</returns>
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> CountAsync(FleetDatabase database, CancellationToken cancellationToken)
    {
        await using var world = await StatementWorld.CreateAsync(database, 0, cancellationToken);
        var runs = new List<IReadOnlyList<string>>();
        for (world.Life = 1; world.Life <= SweepLoad.Lives; world.Life++)
        {
            world.Strike.Watch(aim: null);
            await world.SyncAsync(cancellationToken);
            world.Strike.EndWatching();
            runs.Add([.. world.Strike.Statements]);
            await SettleAsync(world, new(), cancellationToken);
        }

        return runs;
    }

    private static async Task StrikeAsync(
        FleetDatabase database,
        (int Statement, bool IsAfter) aim,
        IReadOnlyList<IReadOnlyList<string>> runs,
        StatementReport report,
        CancellationToken cancellationToken)
    {
        await using var world = await StatementWorld.CreateAsync(database, (2 * aim.Statement) + (aim.IsAfter ? 1 : 0), cancellationToken);
        for (world.Life = 1; world.Life <= SweepLoad.Lives; world.Life++)
        {
            var one = new StatementReport();
            var statement = runs[world.Life - 1].ElementAtOrDefault(aim.Statement - 1);
            if (statement is not null)
            {
                await StrikeAsync(world, aim, one, cancellationToken);
                one.Problems.AddRange(world.Strike.Statements[^1] == statement ? [] : [$"it was {world.Strike.Statements[^1]}."]);
            }

            await SettleAsync(world, one, cancellationToken);
            one.Stuck += await world.CheckAsync(one.Books, cancellationToken);
            lock (report)
            {
                report.Add(one, $"{(aim.IsAfter ? "After" : "Before")} statement {aim.Statement} ({statement}) of life {world.Life}: ");
            }
        }
    }

    /// <summary>The run that is struck: it fails, or goes on and says what happened.</summary>
    private static async Task StrikeAsync(StatementWorld world, (int Statement, bool IsAfter) aim, StatementReport report, CancellationToken cancellationToken)
    {
        var warnings = world.Warnings;
        world.Strike.Watch(aim);
        try
        {
            var result = await world.SyncAsync(cancellationToken);
            report.WentOn++;
            if (result.Outcome == SyncOutcome.Completed && world.Warnings == warnings)
            {
                report.Problems.Add(world.Strike.IsDone ? "the error was swallowed." : "it was not reached.");
            }
        }
#pragma warning disable CA1031 // Whatever type the error has: the next runs show whether it did harm.
        catch (Exception exception) when (world.Strike.IsDone && exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            report.Failed++;
        }

        world.Strike.EndWatching();
        report.Strikes += world.Strike.IsDone ? 1 : 0;
    }

    /// <summary>Two runs in a row that find nothing to do: the first may have settled what was in doubt without a write.</summary>
    private static async Task SettleAsync(StatementWorld world, StatementReport report, CancellationToken cancellationToken)
    {
        var quiet = 0;
        for (var run = 0; run < MostRuns && quiet < 2; run++)
        {
            await world.WaitAsync();
            quiet = await world.SyncAsync(cancellationToken) is { Outcome: SyncOutcome.Completed, Counts.Writes: 0, Holds.Count: 0 } ? quiet + 1 : 0;
        }

        report.Problems.AddRange(quiet == 2 ? [] : [$"{MostRuns} runs later there is still something to do."]);
    }
}
