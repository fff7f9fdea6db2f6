using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Kompass.Accounting.Sqlite;

/// <summary>Makes every connection durable when it is opened, and refuses one that cannot be made so.</summary>
internal sealed class SqliteConnectionChecks(bool isMemory) : DbConnectionInterceptor
{
    private const string Full = "2";

    // A handle that comes back from the pool keeps what was set.
    private readonly ConditionalWeakTable<sqlite3, object> _checked = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        throw new NotSupportedException("The stores open their connections asynchronously.");

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default) => ApplyAsync((SqliteConnection)connection, cancellationToken);

    /// <exception cref="InvalidOperationException">The database keeps another journal or synchronises less.</exception>
    public async Task ApplyAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var handle = connection.Handle!;
        if (_checked.TryGetValue(handle, out _))
        {
            return;
        }

        await RequireAsync(connection, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL;", isMemory ? "memory" : "wal", cancellationToken);
        await RequireAsync(connection, "PRAGMA synchronous = FULL; PRAGMA synchronous;", Full, cancellationToken);
        _checked.AddOrUpdate(handle, this);
    }

    private static async Task RequireAsync(DbConnection connection, string pragma, string expected, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        string? actual = null;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                actual = reader.GetValue(0).ToString();
            }
        }
        while (await reader.NextResultAsync(cancellationToken));

        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"KX5002 The database {connection.DataSource} answered '{actual}' to {pragma} where '{expected}' is required. "
                + "Keep it on a local disk that SQLite can lock, and writable.");
        }
    }
}
