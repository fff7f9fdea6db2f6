using System.Diagnostics;
using Kompass.Xero.Emulator;

namespace Kompass.Benchmarks;

/// <summary>How long a test waits for the emulator: seeding the large organisation, and reading and writing it.</summary>
internal static class EmulatorCommand
{
    public static readonly string[] Options = ["--repeat", "--json"];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var repeats = arguments.Number("--repeat", 20, least: 1);
        var clock = Stopwatch.StartNew();
        var emulator = Large();
        var coldSeed = clock.Elapsed.TotalSeconds;
        clock.Restart();
        Large();
        var warmSeed = clock.Elapsed.TotalSeconds;
        var books = emulator.Control.Books(emulator.Control.TenantId);

        await using var server = await EmulatorServer.StartAsync(emulator);
        using var caller = new EmulatorCaller(emulator, server);
        List<EmulatorTiming> timings = [];
        foreach (var (name, path) in Reads)
        {
            timings.Add(await EmulatorTiming.TakeAsync(name, "in process", repeats, () => Task.FromResult(caller.Get(path))));
            timings.Add(await EmulatorTiming.TakeAsync(name, "over HTTP", repeats, () => caller.GetOverHttpAsync(path)));
        }

        // A write changes the books, so that nothing computed from them is at hand for the next page.
        timings.Add(await EmulatorTiming.TakeAsync("PUT of 50 contacts, and a page of 1,000", "over HTTP", repeats, async () =>
            await caller.PutContactsAsync(50) + await caller.GetOverHttpAsync(Reads[0].Path)));

        var report = new EmulatorReport
        {
            Contacts = books.Contacts.Count,
            Documents = books.Invoices.Count + books.CreditNotes.Count + books.ManualJournals.Count,
            Cores = Environment.ProcessorCount,
            ColdSeedSeconds = coldSeed,
            WarmSeedSeconds = warmSeed,
            Timings = timings,
        };
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

    private static readonly (string Name, string Path)[] Reads =
    [
        ("page of 1,000 contacts", "/Contacts?page=1&pageSize=1000"),
        ("last page of 1,000 contacts, archived too", "/Contacts?page=10&pageSize=1000&includeArchived=true"),
        ("page of 100 invoices", "/Invoices?page=1&pageSize=100"),
        ("page of 1,000 invoices with their lines", "/Invoices?page=20&pageSize=1000"),
    ];

    private static XeroEmulator Large() => new(new() { Seed = "large", PerMinute = int.MaxValue, PerDay = int.MaxValue, AppPerMinute = int.MaxValue });
}
