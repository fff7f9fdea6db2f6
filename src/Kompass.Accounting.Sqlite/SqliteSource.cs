using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Kompass.Accounting.Sqlite;

/// <summary>Where an SQLite database is, read from a connection string.</summary>
/// <param name="ConnectionString">The connection string to open.</param>
/// <param name="Path">The full path of the file; null when the database is in memory and vanishes with its last connection.</param>
/// <param name="Gate">The one gate of this process for the database, however many containers use it.</param>
internal sealed record SqliteSource(string ConnectionString, string? Path, AsyncGate Gate)
{
    private static readonly ConcurrentDictionary<string, AsyncGate> Gates = new(StringComparer.Ordinal);
    private static long _memoryDatabases;

    /// <summary>True when the database vanishes with its last connection.</summary>
    public bool IsMemory => Path is null;

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

        var path = isMemory ? null : PathOf(builder.DataSource);
        return new(builder.ToString(), path, Gates.GetOrAdd(path ?? $"memory:{builder.DataSource}", _ => new()));
    }

    /// <summary>SQLite takes a path or an address such as <c>file:name.db?cache=private</c>.</summary>
    private static string PathOf(string dataSource)
    {
        var path = dataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? dataSource[5..].Split('?', '#')[0] : dataSource;
        if (path != dataSource && path.StartsWith("//", StringComparison.Ordinal))
        {
            path = path.IndexOf('/', 2) is > 0 and var root ? path[root..] : path[2..];
        }

        // |DataDirectory| is where Microsoft.Data.Sqlite looks for relative names too.
        var data = AppDomain.CurrentDomain.GetData("DataDirectory") as string;
        path = path.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase) ? path["|DataDirectory|".Length..].TrimStart('/', '\\') : path;
        return System.IO.Path.GetFullPath(string.IsNullOrEmpty(data) ? path : System.IO.Path.Combine(data, path));
    }
}
