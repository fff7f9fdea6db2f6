using System.Globalization;

namespace Kompass.Kills;

/// <summary>The options of the command: what each may be, and which go together.</summary>
internal static class KillOptions
{
    public const string Store = "--store";
    public const string Nodes = "--nodes";
    public const string Kills = "--kills";
    public const string Seed = "--seed";
    public const string Starts = "--starts";
    public const string Statements = "--statements";
    private const string Json = "--json";
    private const int MostNodes = 8;

    private static readonly Dictionary<string, (Predicate<string> IsAllowed, string Allowed)> Valued = new(StringComparer.Ordinal)
    {
        [Store] = (value => value is KillArguments.Sqlite or KillArguments.Postgres, $"{KillArguments.Sqlite} or {KillArguments.Postgres}"),
        [Nodes] = (value => Number(value) is >= 2 and <= MostNodes, $"a whole number from 2 to {MostNodes}"),
        [Kills] = (value => Number(value) >= 1, "a whole number from 1 on"),
        [Seed] = (value => Number(value) >= 1, "a whole number from 1 on"),
        [Starts] = (value => Number(value) >= 1, "a whole number from 1 on"),
    };

    private static readonly string[] All = [.. Valued.Keys, Statements, Json];

    public static int ShowUsage(string problem)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine(
            """
            Kills processes and prints one JSON line; the exit code is 1 when something is wrong in the books or was not clean.
            --store sqlite|postgres  one process over an SQLite file (the default), or a fleet of nodes over PostgreSQL
            --nodes N                with postgres: how many nodes the fleet has, 2 to 8 (4)
            --kills N                how often a process at work is killed (50); over SQLite, once more for each statement of its set-up
            --seed N                 what chance begins with (1)
            --starts N               with postgres, instead of kills: ten processes start at once on an empty database, N times
            --statements             with postgres, instead of kills: the connection ends at each statement of a sync
            --json                   allowed, and always so
            """);
        return 2;
    }

    /// <summary>Reads the options that are given, each with its value.</summary>
    /// <exception cref="KillArgumentException">An option or a value is not allowed.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var next = 0; next < arguments.Count; next++)
        {
            var name = arguments[next];
            var value = "";
            if (Valued.TryGetValue(name, out var option))
            {
                value = ++next < arguments.Count ? arguments[next] : throw new KillArgumentException($"{name} has no value; it has to be {option.Allowed}.");
                Require(option.IsAllowed(value), $"{name} is '{value}'; it has to be {option.Allowed}.");
            }

            Require(All.Contains(name), $"'{name}' is not an option; there are {string.Join(", ", All)}.");
            Require(given.TryAdd(name, value), $"{name} is given twice; give it once.");
        }

        return given;
    }

    /// <summary>Refuses options of which one would be ignored.</summary>
    /// <exception cref="KillArgumentException">There are such options.</exception>
    public static void RequireSense(IReadOnlyDictionary<string, string> given)
    {
        Require(
            !given.ContainsKey(Starts) || !given.ContainsKey(Statements),
            $"{Starts} and {Statements} exclude each other; give one of them.");
        foreach (var story in new[] { Starts, Statements }.Where(given.ContainsKey))
        {
            foreach (var idle in new[] { Nodes, Kills, Seed }.Where(given.ContainsKey))
            {
                throw new KillArgumentException($"{idle} has no meaning with {story}; with {story} only {Store} {KillArguments.Postgres} and {Json} are allowed.");
            }
        }

        if (given.GetValueOrDefault(Store) != KillArguments.Postgres)
        {
            foreach (var fleet in new[] { Starts, Statements, Nodes }.Where(given.ContainsKey))
            {
                throw new KillArgumentException($"{fleet} needs {Store} {KillArguments.Postgres}; over SQLite {Kills}, {Seed} and {Json} are allowed.");
            }
        }
    }

    private static int Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void Require(bool isMet, string problem)
    {
        if (!isMet)
        {
            throw new KillArgumentException(problem);
        }
    }
}
