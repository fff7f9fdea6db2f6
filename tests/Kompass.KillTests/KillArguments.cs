using System.Globalization;

namespace Kompass.Kills;

/// <summary>What the command is asked.</summary>
/// <param name="Store">The store: sqlite for one process over a file, postgres for a fleet.</param>
/// <param name="Nodes">How many nodes a fleet has.</param>
/// <param name="Kills">How often a process is killed.</param>
/// <param name="Seed">What chance begins with.</param>
/// <param name="Starts">How often ten nodes start at once on an empty database; 0 for another story.</param>
/// <param name="Statements">Whether the connection ends at each statement of a sync.</param>
internal sealed record KillArguments(string Store, int Nodes, int Kills, int Seed, int Starts, bool Statements)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary>Reads what was asked.</summary>
    /// <exception cref="KillArgumentException">It is not what the command can do.</exception>
    public static KillArguments Parse(IReadOnlyList<string> arguments)
    {
        var given = KillOptions.Read(arguments);
        KillOptions.RequireSense(given);
        return new(
            given.GetValueOrDefault(KillOptions.Store, Sqlite),
            Number(KillOptions.Nodes, 4),
            Number(KillOptions.Kills, 50),
            Number(KillOptions.Seed, 1),
            Number(KillOptions.Starts, 0),
            given.ContainsKey(KillOptions.Statements));

        int Number(string name, int otherwise) => given.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }
}
