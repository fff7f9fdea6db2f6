using System.Diagnostics;
using Kompass.Accounting.PostgreSql.Tests;

namespace Kompass.Kills;

/// <summary>Ten processes that first use an empty database at the same instant, again and again, each time on a database of its own.</summary>
internal static class StartStory
{
    private const int Nodes = 10;

    public static async Task<StartReport> RunAsync(int starts, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var report = new StartReport();
        var folder = Directory.CreateTempSubdirectory("kompass-starts-");
        try
        {
            var whole = (await StartAsync(1, folder.FullName, report, cancellationToken))!;
            for (; report.Starts < starts; report.Starts++)
            {
                var before = report.Problems.Count;
                if (await StartAsync(Nodes, folder.FullName, report, cancellationToken) is { } picture && !picture.SequenceEqual(whole))
                {
                    report.Problems.Add($"After start {report.Starts} the schema is not the one that a single node makes.");
                }

                report.Clean += report.Problems.Count == before ? 1 : 0;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        report.Duration = watch.Elapsed;
        return report;
    }

    /// <returns>The schema afterwards; null when a node was not clean.</returns>
    private static async Task<IReadOnlyList<string>?> StartAsync(int nodes, string folder, StartReport report, CancellationToken cancellationToken)
    {
        var database = await FleetDatabase.CreateAsync();
        var fleet = new FleetArguments(database.ConnectionString, new("http://localhost"), folder, new(TimeProvider.System.GetUtcNow()), FleetArguments.UsualInterval);
        var starters = Enumerable.Range(0, nodes).Select(_ => Starter.Start(fleet)).ToList();
        try
        {
            await Task.WhenAll(starters.Select(starter => starter.UntilItIsReadyAsync(cancellationToken)));
            starters.ForEach(starter => starter.Release());
            var problems = (await Task.WhenAll(starters.Select(starter => starter.EndAsync(cancellationToken)))).OfType<string>().ToList();
            report.Problems.AddRange(problems);
            return problems.Count == 0 ? await SchemaPicture.TakeAsync(database.ConnectionString) : null;
        }
        finally
        {
            starters.ForEach(starter => starter.Dispose());
            await database.DropAsync();
        }
    }
}
