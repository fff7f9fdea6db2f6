using Kompass.Accounting.StoreConformance;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting.Sqlite.Tests;

/// <summary>A database in a file.</summary>
internal sealed class SqliteFileFixture : StoreFixture
{
    public string File => Path.Combine(Folder, "kompass.db");

    public string ConnectionString => $"Data Source={File}";

    public static Task<StoreFixture> CreateAsync() => Task.FromResult<StoreFixture>(new SqliteFileFixture());

    public override Task LetLapseAsync()
    {
        Clock.Advance(Lapse);
        return Task.CompletedTask;
    }

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
        SqliteConnection.ClearAllPools();
        return base.DisposeAsync();
    }

    protected override void Use(IAccountingBuilder builder) => builder.UseSqlite(ConnectionString);
}
