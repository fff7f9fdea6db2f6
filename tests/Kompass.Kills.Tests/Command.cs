using System.Text.Json;

namespace Kompass.Kills;

/// <summary>Kills by hand, as often as wanted.</summary>
internal static class Command
{
    public static async Task<int> RunAsync(KillArguments asked)
    {
        var schema = await SchemaStory.RunAsync(CancellationToken.None);
        var sync = await SyncStory.RunAsync(asked.Kills, asked.Seed, CancellationToken.None);
        var all = schema.Add(sync);
        Console.WriteLine(JsonSerializer.Serialize(all.Figures, JsonSerializerOptions.Web));
        foreach (var problem in all.Problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        return all.Problems.Count == 0 ? 0 : 1;
    }
}
