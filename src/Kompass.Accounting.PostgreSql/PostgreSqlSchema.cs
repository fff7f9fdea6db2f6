using Kompass.Accounting.EntityFrameworkCore;
using Npgsql;

namespace Kompass.Accounting.PostgreSql;

/// <summary>Makes the tables in one transaction, one node at a time: they are there in full or not at all.</summary>
internal sealed class PostgreSqlSchema(StoreNames names)
{
    private readonly string _schema = $"\"{names.Schema}\"";
    private readonly string _versions = $"\"{names.Schema}\".\"{names.TablePrefix}schema_versions\"";

    public async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await GetVersionAsync(connection, cancellationToken) == PostgreSqlScripts.All.Count)
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            "SELECT set_config('idle_in_transaction_session_timeout', $2, true), pg_advisory_xact_lock(hashtextextended('kompass.accounting.schema.' || $1, 0))",
            [_versions, PostgreSqlDatabase.LongestIdleInTransaction],
            cancellationToken);
        var version = await GetVersionAsync(connection, cancellationToken);
        SchemaVersions.RequireKnown(version, PostgreSqlScripts.All.Count, $"{connection.Database}.{names.Schema}");
        if (version == 0)
        {
            // Asked first, because a role that may not make schemas is refused even where the schema exists.
            if (await ScalarAsync(connection, "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", [names.Schema!], cancellationToken) is null)
            {
                await ExecuteAsync(connection, $"CREATE SCHEMA {_schema}", [], cancellationToken);
            }

            await ExecuteAsync(connection, $"CREATE TABLE {_versions} (\"version\" integer NOT NULL PRIMARY KEY)", [], cancellationToken);
        }

        for (var next = version; next < PostgreSqlScripts.All.Count; next++)
        {
            await ExecuteAsync(connection, names.Apply(PostgreSqlScripts.All[next]), [], cancellationToken);
            await ExecuteAsync(connection, $"INSERT INTO {_versions} VALUES ({next + 1})", [], cancellationToken);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        IReadOnlyList<string> parameters,
        CancellationToken cancellationToken) => await ScalarAsync(connection, sql, parameters, cancellationToken);

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection,
        string sql,
        IReadOnlyList<string> parameters,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task<int> GetVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // Not to_regclass: it may answer from the session's cache what was true before the wait for the lock.
        const string Exists =
            "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2";
        if (await ScalarAsync(connection, Exists, [names.Schema!, $"{names.TablePrefix}schema_versions"], cancellationToken) is null)
        {
            return 0;
        }

        object? newest = null;
        PostgresException? unlike = null;
        try
        {
            newest = await ScalarAsync(connection, $"SELECT MAX(\"version\") FROM {_versions}", [], cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState
            is PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.WrongObjectType)
        {
            unlike = exception;
        }

        // Ours is never empty: it is made and filled in one transaction.
        return newest is int version
            ? version
            : throw ForeignTables.Refuse(connection.Database, names.Schema!, $"{names.TablePrefix}schema_versions holds no version of ours", unlike);
    }
}
