using System.Globalization;
using Kompass.Accounting.PostgreSql.Tests;
using Npgsql;

namespace Kompass.Kills;

/// <summary>The database of a fleet, as its administrator sees it.</summary>
internal sealed class FleetDatabase
{
    private const string Name = "fleet";
    private const string Schema = "kompass_accounting";
    private readonly string _administrator;

    private FleetDatabase(PostgreSqlServer server)
    {
        _administrator = server.ConnectionString(Name) + ";Pooling=false;Application Name=administrator";
        ConnectionString = server.ConnectionString(Name);
    }

    public string ConnectionString { get; }

    /// <param name="isSerializable">Whether transactions are serialisable unless they say otherwise, so that they fail by each other.</param>
    public static async Task<FleetDatabase> CreateAsync(bool isSerializable)
    {
        var server = await PostgreSqlServer.GetAsync();
        await ExecuteAsync(server.ConnectionString("postgres") + ";Pooling=false", $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        await ExecuteAsync(server.ConnectionString("postgres") + ";Pooling=false", $"CREATE DATABASE {Name}");
        if (isSerializable)
        {
            await ExecuteAsync(
                server.ConnectionString("postgres") + ";Pooling=false", $"ALTER DATABASE {Name} SET default_transaction_isolation = 'serializable'");
        }

        return new(server);
    }

    /// <summary>Ends connections of the nodes, in the middle of whatever they do.</summary>
    public Task<int> TerminateAsync(int most) => CountAsync(
        $"SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity WHERE datname = '{Name}' AND application_name <> 'administrator' "
        + $"ORDER BY state = 'active' DESC, random() LIMIT {most}) chosen");

    public Task<int> OperationsAsync() => CountAsync($"SELECT count(*) FROM {Schema}.operations");

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
