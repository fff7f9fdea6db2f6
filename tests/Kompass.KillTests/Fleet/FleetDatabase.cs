using System.Globalization;
using Kompass.Accounting.PostgreSql.Tests;
using Npgsql;

namespace Kompass.Kills;

/// <summary>The database of a fleet, as its administrator sees it.</summary>
internal sealed class FleetDatabase
{
    private const string Schema = "kompass_accounting";
    private static int _databases;
    private readonly string _administrator;
    private readonly string _maintenance;
    private readonly string _name;

    private FleetDatabase(PostgreSqlServer server, string name)
    {
        _name = name;
        _maintenance = server.ConnectionString("postgres") + ";Pooling=false";
        _administrator = server.ConnectionString(name) + ";Application Name=administrator";
        ConnectionString = server.ConnectionString(name);
    }

    public string ConnectionString { get; }

    public static async Task<FleetDatabase> CreateAsync()
    {
        var database = new FleetDatabase(await PostgreSqlServer.GetAsync(), $"fleet_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync(database._maintenance, $"CREATE DATABASE {database._name}");
        return database;
    }

    public Task DropAsync() => ExecuteAsync(_maintenance, $"DROP DATABASE {_name} WITH (FORCE)");

    /// <summary>Ends connections of the nodes, in the middle of whatever they do.</summary>
    public Task<int> TerminateAsync(int most) => CountAsync(
        $"SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE datname = '{_name}' AND application_name <> 'administrator' "
        + $"ORDER BY state = 'active' DESC, random() LIMIT {most}) chosen");

    /// <summary>Ends one connection, and waits until it has ended.</summary>
    public Task TerminateBackEndAsync(int process) => ExecuteAsync(_administrator, $"SELECT pg_terminate_backend({process}, 10000)");

    /// <summary>Lets everything lapse that is leased for an organisation: the database's clock cannot be turned.</summary>
    public Task LetLapseAsync(string organisation) => ExecuteAsync(
        _administrator,
        $"UPDATE {Schema}.leases SET expires_at = expires_at - {TimeSpan.TicksPerDay} WHERE remote_organisation_id = '{organisation}'");

    /// <summary>From now on one writing statement in so many fails, as where transactions are serialisable and meet.</summary>
    public async Task BeginFailingAsync(int oneIn)
    {
        await ExecuteAsync(
            _administrator,
            $"""
            CREATE FUNCTION {Schema}.fail_now_and_then() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF random() < 1.0 / {oneIn} THEN
                    RAISE EXCEPTION 'could not serialize access' USING ERRCODE = CASE WHEN random() < 0.5 THEN '40001' ELSE '40P01' END;
                END IF;
                RETURN NULL;
            END $$;
            DO $$
            DECLARE t text;
            BEGIN
                FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = '{Schema}' LOOP
                    EXECUTE format('CREATE TRIGGER fail_now_and_then AFTER INSERT OR UPDATE OR DELETE ON {Schema}.%I FOR EACH STATEMENT EXECUTE FUNCTION {Schema}.fail_now_and_then()', t);
                END LOOP;
            END $$;
            """);
    }

    public Task EndFailingAsync() => ExecuteAsync(_administrator, $"DROP FUNCTION {Schema}.fail_now_and_then() CASCADE");

    public Task<int> OperationsAsync() => CountAsync($"SELECT count(*) FROM {Schema}.operations");

    /// <summary>The database's time, and the owner of each lease that has not lapsed by it.</summary>
    public async Task<(DateTimeOffset Now, IReadOnlyDictionary<string, string> Owners)> LeasesAsync()
    {
        var now = new DateTimeOffset((DateTime)(await ExecuteAsync(_administrator, "SELECT clock_timestamp()"))!);
        var owners = await ExecuteAsync(
            _administrator, $"SELECT array_agg(remote_organisation_id || ' ' || owner) FROM {Schema}.leases WHERE expires_at > {now.UtcTicks}");
        return (now, (owners as string[] ?? []).Select(lease => lease.Split(' ')).ToDictionary(lease => lease[0], lease => lease[1]));
    }

    public async Task<bool> IsConnectedAsync(string name) =>
        await CountAsync($"SELECT count(*) FROM pg_stat_activity WHERE datname = '{_name}' AND application_name = '{name}'") > 0;

    /// <summary>Every operation and every hold as it stands.</summary>
    public async Task<string> JournalAsync() => (string)(await ExecuteAsync(
        _administrator,
        $"SELECT concat((SELECT string_agg(o::text, E'\n' ORDER BY o::text) FROM {Schema}.operations o), (SELECT string_agg(h::text, E'\n' ORDER BY h::text) FROM {Schema}.holds h))"))!;

    public Task<int> UnsettledAsync() => CountAsync($"SELECT count(*) FROM {Schema}.operations WHERE state IN ('Intended', 'Unknown')");

    private async Task<int> CountAsync(string sql) => Convert.ToInt32(await ExecuteAsync(_administrator, sql), CultureInfo.InvariantCulture);

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
