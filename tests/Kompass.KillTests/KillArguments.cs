using System.Globalization;

namespace Kompass.Kills;

/// <summary>What the command is asked.</summary>
/// <param name="Store">The store: sqlite for one process over a file, postgres for a fleet.</param>
/// <param name="Nodes">How many nodes a fleet has.</param>
/// <param name="Kills">How often a process is killed.</param>
/// <param name="Seed">What chance begins with.</param>
/// <param name="Starts">How often ten nodes start at once on an empty database; 0 for another story.</param>
/// <param name="Statements">Whether the connection ends at each statement of a sync.</param>
internal sealed record KillArguments(string Store, int Nodes, int Kills, int Seed, int Starts = 0, bool Statements = false)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public static KillArguments? Parse(IReadOnlyList<string> arguments)
    {
        var asked = new KillArguments(Sqlite, 4, 50, 1);
        for (var next = 0; next < arguments.Count; next++)
        {
            if (arguments[next] is "--json" or "--statements")
            {
                asked = asked with { Statements = asked.Statements || arguments[next] == "--statements" };
                continue;
            }

            if (next + 1 == arguments.Count || asked.With(arguments[next], arguments[next + 1]) is not { } changed)
            {
                return null;
            }

            asked = changed;
            next++;
        }

        return (asked.Starts > 0 || asked.Statements) && asked.Store != Postgres ? null : asked;
    }

    public static int ShowUsage()
    {
        Console.Error.WriteLine(
            """
            Kills processes and prints one JSON line; the exit code is 1 when something is wrong in the books or was not clean.
            --store sqlite|postgres  one process over an SQLite file (the default), or a fleet of nodes over PostgreSQL
            --nodes N                how many nodes the fleet has: 2 to 8 (4)
            --kills N                how often a process at work is killed (50); over SQLite, once more for each statement of its set-up
            --seed N                 what chance begins with (1)
            --starts N               with postgres, instead of kills: ten processes start at once on an empty database, N times
            --statements             with postgres, instead of kills: the connection ends at each statement of a sync
            --json                   allowed, and always so
            """);
        return 2;
    }

    private KillArguments? With(string name, string value) => (name, value, int.TryParse(value, CultureInfo.InvariantCulture, out var number)) switch
    {
        ("--store", Sqlite or Postgres, _) => this with { Store = value },
        ("--nodes", _, true) when number is >= 2 and <= 8 => this with { Nodes = number },
        ("--kills", _, true) when number >= 1 => this with { Kills = number },
        ("--seed", _, true) when number >= 1 => this with { Seed = number },
        ("--starts", _, true) when number >= 1 => this with { Starts = number },
        _ => null,
    };
}
