namespace QuartzCluster;

/// <summary>The command line.</summary>
/// <param name="Connection">The PostgreSQL to use; null for one of the demonstration's own.</param>
/// <param name="Help">Whether to explain the options and nothing else.</param>
internal sealed record Arguments(string? Connection, bool Help)
{
    public const string Usage = "Usage: dotnet run --project samples/QuartzCluster -- [--connection \"NPGSQL CONNECTION STRING\"] [--help]";

    public const string Explanation = $"""
        {Usage}

        Runs the sync by Quartz at two nodes over one PostgreSQL, kills one of them in the middle of a run, and shows that the other goes
        on with everything. Xero is emulated in this process; the nodes talk to it over HTTP.

          --connection "..."  a PostgreSQL and a user who may create a database; the demonstration makes one and drops it at the end.
                              Without it a server is started for as long as the demonstration runs, from /usr/lib/postgresql/*/bin.
          --help              prints this

        It takes about a minute. The exit code is 0 when every invoice is in Xero exactly once, both nodes have run something, and the
        one that was left ran every configuration; 1 when not, or when it broke off; 2 for a wrong command line.
        """;

    public static Arguments? Parse(IReadOnlyList<string> args) => args switch
    {
        [] => new(null, false),
        ["--connection", var connection] => new(connection, false),
        ["--help" or "-h" or "-?"] => new(null, true),
        _ => null,
    };
}
