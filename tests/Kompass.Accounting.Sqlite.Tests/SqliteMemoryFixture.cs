using Kompass.Accounting.StoreConformance;
using Microsoft.Data.Sqlite;

namespace Kompass.Accounting.Sqlite.Tests;

/// <summary>A database in memory, shared by its name.</summary>
internal sealed class SqliteMemoryFixture : SqliteFixture
{
    private static int _databases;
    private readonly SqliteConnection _keptOpen;

    public SqliteMemoryFixture()
    {
        ConnectionString = $"Data Source=conformance-{Interlocked.Increment(ref _databases)};Mode=Memory;Cache=Shared";
        _keptOpen = new(ConnectionString);
        _keptOpen.Open();
    }

    public override string ConnectionString { get; }

    public static Task<StoreFixture> CreateAsync() => Task.FromResult<StoreFixture>(new SqliteMemoryFixture());

    public override async Task<byte[]> DumpAsync()
    {
        var file = Path.Combine(Folder, "dump.db");
        await using (var copy = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await copy.OpenAsync();
            _keptOpen.BackupDatabase(copy);
        }

        return await File.ReadAllBytesAsync(file);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _keptOpen.DisposeAsync();
    }
}
