using System.Globalization;
using Kompass.Accounting.EntityFrameworkCore;
using Kompass.Accounting.StoreConformance;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting.Sqlite.Tests;

/// <summary>What the tests of files and of memory share: SQL behind the store's back.</summary>
internal abstract class SqliteFixture : StoreFixture
{
    public abstract string ConnectionString { get; }

    public override IReadOnlyList<string> Scripts => SchemaScripts.Of(typeof(SqliteStoreOptions));

    protected override StoreNames Names => new(schema: null, string.Empty);

    public override async Task<long> CountAsync(string table) =>
        long.Parse((await QueryAsync($"SELECT count(*) FROM {table}"))[0][0], CultureInfo.InvariantCulture);

    public override string Table(string name) => name;

    public override Task LetLapseAsync()
    {
        Clock.Advance(Lapse);
        return Task.CompletedTask;
    }

    public override Task ExecuteAsync(string sql) => QueryAsync(sql);

    public override async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await QueryAsync("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")).Select(row => row[0])];

    public override async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        var rows = await QueryAsync(
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || CASE WHEN c."notnull" THEN ' NOT NULL' ELSE '' END
            FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """);
        return [.. rows.Select(row => row[0])];
    }

    public override async Task<IReadOnlyList<string>> IndexesAsync()
    {
        var indexes = await QueryAsync(
            """
            SELECT t.name || '(' || (SELECT group_concat(x.name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) x) || ')'
                || CASE WHEN i.origin = 'pk' THEN ' primary' WHEN i."unique" THEN ' unique' ELSE '' END
                || CASE WHEN i.partial THEN ' filtered' ELSE '' END
            FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
            """);
        var rowIds = await QueryAsync(
            """
            SELECT t.name || '(' || c.name || ') primary'
            FROM sqlite_schema t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.pk = 1 AND c.type = 'INTEGER'
            """);
        return [.. indexes.Concat(rowIds).Select(row => row[0])];
    }

    protected override void Use(IAccountingBuilder builder) => builder.UseSqlite(ConnectionString);

    private async Task<List<string[]>> QueryAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<string[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => Convert.ToString(reader.GetValue(field), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}
