using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.Data.Sqlite;

namespace Kompass.Accounting.Sqlite;

/// <summary>Makes the tables in one transaction: it is there in full or not at all, however many try and whoever is killed.</summary>
internal sealed class SqliteSchema(StoreNames names)
{
    private readonly string _versions = $"\"{names.TablePrefix}schema_versions\"";

    public async Task EnsureAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (await GetVersionAsync(connection, null, cancellationToken) == SqliteScripts.All.Count)
        {
            return;
        }

        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = await GetVersionAsync(connection, transaction, cancellationToken);
        SchemaVersions.RequireKnown(version, SqliteScripts.All.Count, connection.DataSource);
        if (version == 0)
        {
            await ExecuteAsync(connection, transaction, $"CREATE TABLE {_versions} (\"version\" INTEGER NOT NULL PRIMARY KEY);", cancellationToken);
        }

        for (var next = version; next < SqliteScripts.All.Count; next++)
        {
            await ExecuteAsync(connection, transaction, names.Apply(SqliteScripts.All[next]), cancellationToken);
            await ExecuteAsync(connection, transaction, $"INSERT INTO {_versions} VALUES ({next + 1});", cancellationToken);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task ExecuteAsync(
        SqliteConnection connection,
        SqliteTransaction? transaction,
        string sql,
        CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> GetVersionAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = $name;";
        command.Parameters.AddWithValue("$name", $"{names.TablePrefix}schema_versions");
        if (await command.ExecuteScalarAsync(cancellationToken) is not 1L)
        {
            return 0;
        }

        command.CommandText = $"SELECT MAX(\"version\") FROM {_versions};";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
