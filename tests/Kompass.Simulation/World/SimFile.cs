using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Kompass.Simulation;

/// <summary>The database file of one world, in memory where the system offers files there; it goes with its world.</summary>
internal sealed class SimFile : IDisposable
{
    private const string InMemory = "/dev/shm";

    private static readonly string Folder = Directory.Exists(InMemory) ? InMemory : Path.GetTempPath();

    private readonly string _path;

    public SimFile(string name)
    {
        _path = Path.Combine(Folder, $"kompass-{Environment.ProcessId}-{name}.db");
        ConnectionString = $"Data Source={_path}";
    }

    public string ConnectionString { get; }

    /// <summary>Everything in it, what only the log holds included.</summary>
    public byte[] Read()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var file = new SqliteConnection("Data Source=:memory:");
        file.Open();
        connection.BackupDatabase(file);
        var copy = SQLitePCL.raw.sqlite3_serialize(file.Handle, "main", out var length, 0);
        var bytes = new byte[length];
        Marshal.Copy(copy, bytes, 0, bytes.Length);
        SQLitePCL.raw.sqlite3_free(copy);
        return bytes;
    }

    public void Dispose()
    {
        using (var pool = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(pool);
        }

        foreach (var suffix in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(_path + suffix);
        }
    }
}
