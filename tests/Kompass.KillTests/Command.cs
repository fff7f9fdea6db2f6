using System.Text.Json;

namespace Kompass.Kills;

/// <summary>Kills by hand, as often as wanted.</summary>
internal static class Command
{
    public static async Task<int> RunAsync(KillArguments asked)
    {
        if (asked.Starts > 0)
        {
            var starts = await StartStory.RunAsync(asked.Starts, CancellationToken.None);
            return Show(starts.Figures, starts.Problems);
        }

        if (asked.Statements)
        {
            var statements = await StatementStory.RunAsync(CancellationToken.None);
            return Show(statements.Figures, statements.AllProblems);
        }

        if (asked.Store == KillArguments.Postgres)
        {
            var fleet = await FleetStory.RunAsync(asked.Nodes, asked.Kills, asked.Seed, CancellationToken.None);
            return Show(fleet.Figures, fleet.AllProblems);
        }

        var schema = await SchemaStory.RunAsync(CancellationToken.None);
        var sync = await SyncStory.RunAsync(asked.Kills, asked.Seed, CancellationToken.None);
        var all = schema.Add(sync);
        return Show(all.Figures, all.Problems);
    }

    private static int Show(object figures, IEnumerable<string> problems)
    {
        Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return problems.Any() ? 1 : 0;
    }
}
