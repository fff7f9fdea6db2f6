using System.Diagnostics;
using Kompass.Accounting.PostgreSql.Tests;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;

namespace Kompass.Benchmarks;

/// <summary>
/// How a fleet's database behaves when it is full: what a run costs while nothing changes, for a configuration with a thousand linked
/// records and for one with twenty times as many, and how long archiving takes.
/// </summary>
internal static class StoreCommand
{
    public static readonly string[] Options = ["--configurations", "--links", "--connection", "--repeat", "--json"];

    private const int SettlingRuns = 20;
    private static readonly int[] Sizes = [1_000, 20_000];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var configurations = arguments.Number(
            "--configurations", 1000, least: Sizes.Length + 1, why: $"{Sizes.Length} are measured, and the database is filled with the others.");
        var others = configurations - Sizes.Length;
        var links = arguments.Number(
            "--links",
            1_000_000,
            least: Sizes.Sum() + others,
            most: 100_000_000,
            why: FormattableString.Invariant($"The configurations that are measured have {string.Join(" and ", Sizes)} linked records, and each of the other {others} has 1 at least."));
        var repeats = arguments.Number("--repeat", 15, least: 1);
        var report = await RunAsync(await DatabaseAsync(arguments), configurations, links, repeats, CancellationToken.None);
        if (arguments.Has("--json"))
        {
            Json.WriteLine(report);
        }
        else
        {
            report.Write(Console.Out);
        }

        return report.KeepsItsPromise ? 0 : 1;
    }

    private static async Task<StoreReport> RunAsync(string database, int configurations, int links, int repeats, CancellationToken cancellationToken)
    {
        var clock = new SteppedClock();
        var xero = new XeroEmulator(new() { Clock = clock, PerDay = 100_000 });
        var keys = new EphemeralDataProtectionProvider();
        var hosts = Sizes.Select(size => new StoreHost(database, xero, clock, keys, size)).ToList();
        var fill = new StoreFill(database);
        var watch = Stopwatch.StartNew();
        foreach (var host in hosts)
        {
            await host.SetUpAsync(cancellationToken);
        }

        var linked = await fill.RunAsync(hosts[0].Configurations, configurations - Sizes.Length, links - Sizes.Sum(), clock.GetUtcNow(), cancellationToken) + Sizes.Sum();
        var fillSeconds = watch.Elapsed.TotalSeconds;
        foreach (var host in hosts)
        {
            await host.SettleAsync(SettlingRuns, cancellationToken);
        }

        // In turns, so that a slow moment of the machine strikes all sizes alike.
        foreach (var host in Enumerable.Repeat(hosts, repeats).SelectMany(host => host))
        {
            await host.MeasureUnchangedAsync(cancellationToken);
        }

        var runs = new List<StoreRun>();
        foreach (var host in hosts)
        {
            runs.Add(await host.MeasureAsync(cancellationToken));
        }

        var (rows, megabytes) = await fill.CountAsync(cancellationToken);
        watch.Restart();
        var archived = await hosts[0].Journal.RunAsync(cancellationToken);
        var archiveSeconds = watch.Elapsed.TotalSeconds;
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        return new()
        {
            Configurations = configurations,
            LinkedRecords = linked,
            Rows = rows,
            DatabaseMegabytes = megabytes,
            FillSeconds = Math.Round(fillSeconds, 1),
            Runs = runs,
            Archived = archived,
            ArchiveSeconds = Math.Round(archiveSeconds, 1),
        };
    }

    private static async Task<string> DatabaseAsync(Arguments arguments) => (arguments.Has("--connection"), PostgreSqlServer.Missing) switch
    {
        (true, _) => arguments.Required("--connection"),
        (false, { } missing) => throw new InputException($"{missing} Or name a database of your own: --connection \"Host=...;Database=...\"."),
        _ => (await PostgreSqlServer.GetAsync()).ConnectionString("postgres"),
    };
}
