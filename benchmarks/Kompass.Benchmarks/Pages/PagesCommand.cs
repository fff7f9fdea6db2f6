using Microsoft.Data.Sqlite;

namespace Kompass.Benchmarks;

/// <summary>How long the server takes for each of the administration pages, and how large they are, where a configuration is large.</summary>
internal static class PagesCommand
{
    public static readonly string[] Options = ["--contacts", "--records", "--connection", "--json"];

    private const int LeastRecords = 2000;
    private const int LeastContacts = 300;
    private const int Repeats = 5;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var contacts = arguments.Number("--contacts", 10_000, least: LeastContacts);
        var records = arguments.Number(
            "--records", 50_000, least: LeastRecords, why: "Some are paid, some were changed in Xero, some are held, and one run sent a thousand of them.");
        string?[] databases = arguments.Has("--connection") ? [null, arguments.Required("--connection")] : [null];
        var report = new PagesReport { Contacts = contacts, Records = records, Cores = Environment.ProcessorCount, Pages = [] };
        foreach (var database in databases)
        {
            report = report with { Pages = [.. report.Pages, .. await MeasureAsync(database, contacts, records, Repeats)] };
        }

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

    /// <summary>Fills a database and visits every page over it.</summary>
    /// <param name="connection">A PostgreSQL database; null for an SQLite file of its own.</param>
    /// <param name="contacts">Contacts, each with a client that is linked to it.</param>
    /// <param name="records">Documents that were sent.</param>
    /// <param name="repeats">How often each page is measured after it was opened once.</param>
    public static async Task<IReadOnlyList<PageFigures>> MeasureAsync(string? connection, int contacts, int records, int repeats)
    {
        var folder = Directory.CreateTempSubdirectory("kompass-pages-");
        try
        {
            await using var site = await PagesSite.StartAsync(connection, folder.FullName, contacts, records);
            var filled = await new PagesFill(site, contacts, records).RunAsync(CancellationToken.None);
            await site.PrepareAsync(filled);
            filled = filled with { Upload = await PagesShelves.FillAsync(site, filled, CancellationToken.None) };
            var visitor = new PageVisitor(site, connection is null ? "SQLite" : "PostgreSQL");
            var figures = new List<PageFigures>();
            foreach (var visit in PageVisit.All(site.Endpoints, filled))
            {
                figures.Add(await visitor.MeasureAsync(visit, repeats));
            }

            return figures;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
