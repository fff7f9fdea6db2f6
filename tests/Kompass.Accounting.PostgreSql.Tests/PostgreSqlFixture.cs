using System.Globalization;
using System.Text;
using Kompass.Accounting.EntityFrameworkCore;
using Kompass.Accounting.StoreConformance;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kompass.Accounting.PostgreSql.Tests;

/// <summary>A database of its own on the tests' server.</summary>
internal sealed class PostgreSqlFixture : StoreFixture
{
    private const string Schema = "kompass_accounting";
    private static int _databases;
    private readonly PostgreSqlServer _server;
    private readonly string _database = $"test_{Interlocked.Increment(ref _databases)}";

    private PostgreSqlFixture(PostgreSqlServer server) => _server = server;

    public string ConnectionString => _server.ConnectionString(_database);

    /// <exception cref="SkipException">This is not the build server.</exception>
    public static async Task<StoreFixture> CreateAsync()
    {
        UnderCi.Only("A newcomer does not wait for a server");
        Assert.True(PostgreSqlServer.Missing is null, PostgreSqlServer.Missing);

        var fixture = new PostgreSqlFixture(await PostgreSqlServer.GetAsync());
        await fixture.MaintainAsync($"CREATE DATABASE {fixture._database}");
        return fixture;
    }

    public override IReadOnlyList<string> Scripts => SchemaScripts.Of(typeof(PostgreSqlStoreOptions));

    protected override StoreNames Names => new(Schema, string.Empty);

    public override async Task<long> CountAsync(string table) =>
        long.Parse((await QueryAsync($"SELECT count(*) FROM {Table(table)}"))[0][0], CultureInfo.InvariantCulture);

    public override string Table(string name) => $"{Schema}.{name}";

    /// <summary>The database's clock cannot be turned: what has been leased is moved back instead.</summary>
    public override Task LetLapseAsync() => ExecuteAsync(
        $"UPDATE {Table("leases")} SET expires_at = expires_at - {Lapse.Ticks}; "
        + $"UPDATE {Table("credential_leases")} SET expires_at = expires_at - {Lapse.Ticks}");

    public override Task ExecuteAsync(string sql) => QueryAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}; {sql}");

    public override async Task<IReadOnlyList<string>> TablesAsync() => [.. (await QueryAsync(
        $"SELECT table_name FROM information_schema.tables WHERE table_schema = '{Schema}' ORDER BY table_name COLLATE \"C\"")).Select(row => row[0])];

    public override async Task<IReadOnlyList<string>> ColumnsAsync() => [.. (await QueryAsync(
        $"""
        SELECT table_name || '.' || column_name || ' ' || upper(data_type) || CASE WHEN is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END
        FROM information_schema.columns WHERE table_schema = '{Schema}'
        """)).Select(row => row[0])];

    public override async Task<IReadOnlyList<string>> IndexesAsync() => [.. (await QueryAsync(
        $"""
        SELECT c.relname || '(' || string_agg(a.attname, ',' ORDER BY k.position) || ')'
            || CASE WHEN i.indisprimary THEN ' primary' WHEN i.indisunique THEN ' unique' ELSE '' END
            || CASE WHEN i.indpred IS NOT NULL THEN ' filtered' ELSE '' END
        FROM pg_index i
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = '{Schema}'
        CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(number, position)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
        GROUP BY c.relname, i.indexrelid, i.indisprimary, i.indisunique, i.indpred IS NOT NULL
        """)).Select(row => row[0])];

    public override async Task<byte[]> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in await TablesAsync())
        {
            foreach (var row in await QueryAsync($"SELECT t::text FROM {Table(table)} t"))
            {
                dump.AppendLine(row[0]);
            }
        }

        return Encoding.UTF8.GetBytes(dump.ToString());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await MaintainAsync($"DROP DATABASE {_database} WITH (FORCE)");
    }

    public Task<List<string[]>> QueryAsync(string sql) => QueryAsync(_database, sql);

    protected override void Use(IAccountingBuilder builder) => builder.UsePostgreSql(ConnectionString);

    private async Task MaintainAsync(string sql) => await QueryAsync("postgres", sql);

    private async Task<List<string[]>> QueryAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var rows = new List<string[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => Convert.ToString(reader.GetValue(field), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}
