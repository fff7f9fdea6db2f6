using Kompass.Accounting.StoreConformance;
using Microsoft.Data.Sqlite;

namespace Kompass.Accounting.Sqlite.Tests;

/// <summary>A database in a file.</summary>
internal sealed class SqliteFileFixture : SqliteFixture
{
    public string File => Path.Combine(Folder, "kompass.db");

    public override string ConnectionString => $"Data Source={File}";

    public static Task<StoreFixture> CreateAsync() => Task.FromResult<StoreFixture>(new SqliteFileFixture());

    public override async Task<byte[]> DumpAsync()
    {
        var bytes = new List<byte>();
        foreach (var path in Directory.GetFiles(Folder, "kompass.db*"))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var buffer = new byte[stream.Length];
            await stream.ReadExactlyAsync(buffer);
            bytes.AddRange(buffer);
        }

        return [.. bytes];
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        return base.DisposeAsync();
    }
}
