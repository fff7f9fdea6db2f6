using System.Diagnostics;
using Kompass.Xero.Emulator;

namespace Kompass.Kills;

/// <summary>
/// One host over one SQLite file and one Xero that outlives it, killed again and again under load: before statements, around calls,
/// and at random moments. Checked after every kill, and to the penny at the end.
/// </summary>
internal static class SyncStory
{
    private static readonly TimeSpan[] Leaps = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(70), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(40)];

    public static async Task<KillReport> RunAsync(int kills, int seed, CancellationToken cancellationToken)
    {
        var report = new KillReport();
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("kompass-kills-");
        var clock = new ShiftedClock(TimeSpan.Zero);
        var xero = new XeroEmulator(new() { Clock = clock, PerDay = 1_000_000, Latency = TimeSpan.FromMilliseconds(10), WebhookInterval = TimeSpan.Zero });
        await using var server = await EmulatorServer.StartAsync(xero, ct: cancellationToken);
        var random = new Random(seed);
        var books = new BooksCheck(xero, xero.Control.TenantId, Load.Single, report);
        try
        {
            var life = 0;
            for (; report.Kills < kills && life < 3 * kills; life++)
            {
                clock.Shift += Leaps[random.Next(Leaps.Length)];
                var point = Point(random);
                var arguments = Arguments(life + 1, TimeSpan.FromSeconds(10), point);
                TimeSpan? moment = point is null ? TimeSpan.FromMilliseconds(random.Next(100, 5000)) : null;
                var ended = await Life.RunAsync(arguments, moment, cancellationToken);
                Note(report, arguments, ended);
                books.NothingTwice();
            }

            clock.Shift += TimeSpan.FromMinutes(40);
            var last = Arguments(Math.Max(life, 1), TimeSpan.FromMinutes(3), point: null);
            var end = await Life.RunAsync(last, killAfter: null, cancellationToken);
            Note(report, last, end);
            if (!end.IsDone)
            {
                report.Problems.Add($"After {report.Kills} kills nobody gets through: {end.ExitCode}, {end.Output}");
            }
            else if ((report.Stuck = DatabaseFile.Unsettled(last.Database)) > 0)
            {
                report.Problems.Add($"{report.Stuck} operations are not settled at the end.");
            }

            report.Operations = DatabaseFile.Operations(last.Database);
            report.Duration = watch.Elapsed;

            books.NothingTwice();
            books.Everything(last.Life);
            return report;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        ChildArguments Arguments(int life, TimeSpan patience, string? point) => new(folder.FullName, server.BaseAddress, life, clock.Passed, patience, point);
    }

    private static void Note(KillReport report, ChildArguments arguments, Life life)
    {
        if (life.WasKilled)
        {
            report.Count(life.Point);
        }
        else if (life.IsDone || life.WasImpatient)
        {
            report.Survived++;
        }
        else
        {
            report.Problems.Add($"Life {arguments.Life} ended with {life.ExitCode}: {life.Output}");
        }

        report.Reconnects += life.Output.Split('\n').Count(line => line == "reconnected");
        if (DatabaseFile.Fault(arguments.Database) is { } fault)
        {
            report.Problems.Add($"After life {arguments.Life} ({life.Point ?? "random"}) the database is not sound: {fault}");
        }
    }

    private static string? Point(Random random) => random.Next(3) switch
    {
        0 => $"sql:{random.Next(1, 500)}",
        1 => $"{(random.Next(2) == 0 ? "before" : "after")}:{random.Next(1, 16)}",
        _ => null,
    };
}
