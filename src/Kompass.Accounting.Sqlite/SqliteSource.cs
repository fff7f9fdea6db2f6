using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Kompass.Accounting.Sqlite;

/// <summary>Where an SQLite database is, read from a connection string.</summary>
/// <param name="ConnectionString">The connection string to open.</param>
/// <param name="IsMemory">True when the database vanishes with its last connection.</param>
/// <param name="Gate">The one gate of this process for the database, however many containers use it.</param>
internal sealed record SqliteSource(string ConnectionString, bool IsMemory, AsyncGate Gate)
{
    private static readonly ConcurrentDictionary<string, AsyncGate> Gates = new(StringComparer.Ordinal);
    private static long _memoryDatabases;

    public static SqliteSource Parse(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        var isPrivate = builder.DataSource is "" or ":memory:";
        var isMemory = isPrivate || builder.Mode == SqliteOpenMode.Memory || builder.DataSource.Contains("mode=memory", StringComparison.Ordinal);
        if (isPrivate)
        {
            // A private memory database would be a new one for each connection: give it a name, so that they share it.
            builder.DataSource = $"kompass-accounting-{Interlocked.Increment(ref _memoryDatabases)}";
            builder.Mode = SqliteOpenMode.Memory;
        }

        if (isMemory)
        {
            builder.Cache = SqliteCacheMode.Shared;
        }
        else if (builder.Mode == SqliteOpenMode.ReadOnly)
        {
            throw new ArgumentException("The stores write: remove Mode=ReadOnly from the connection string.", nameof(connectionString));
        }

        var name = isMemory ? $"memory:{builder.DataSource}" : Path.GetFullPath(builder.DataSource);
        return new(builder.ToString(), isMemory, Gates.GetOrAdd(name, _ => new()));
    }
}
