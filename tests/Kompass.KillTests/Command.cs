using System.Runtime.InteropServices;
using System.Text.Json;
using Kompass.Accounting.PostgreSql.Tests;

namespace Kompass.Kills;

/// <summary>Kills by hand, as often as wanted. Asked to stop, it takes its nodes, its server and its folders with it.</summary>
internal static class Command
{
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        KillArguments asked;
        try
        {
            asked = KillArguments.Parse(arguments);
        }
        catch (KillArgumentException exception)
        {
            return KillOptions.ShowUsage(exception.Message);
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await TellAsync(asked, stop.Token);
        }
        catch (Exception exception) when (stop.IsCancellationRequested)
        {
            Console.Error.WriteLine(exception is OperationCanceledException ? "Stopped." : $"Stopped: {exception.Message}");
            return Interrupted;
        }
        finally
        {
            await PostgreSqlServer.EndAsync();
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<int> TellAsync(KillArguments asked, CancellationToken cancellationToken)
    {
        if (asked.Starts > 0)
        {
            var starts = await StartStory.RunAsync(asked.Starts, cancellationToken);
            return Show(starts.Figures, starts.Problems);
        }

        if (asked.Statements)
        {
            var statements = await StatementStory.RunAsync(cancellationToken);
            return Show(statements.Figures, statements.AllProblems);
        }

        if (asked.Store == KillArguments.Postgres)
        {
            var fleet = await FleetStory.RunAsync(asked.Nodes, asked.Kills, asked.Seed, cancellationToken);
            return Show(fleet.Figures, fleet.AllProblems);
        }

        var schema = await SchemaStory.RunAsync(cancellationToken);
        var sync = await SyncStory.RunAsync(asked.Kills, asked.Seed, cancellationToken);
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
