using System.Data.Common;
using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.Sqlite;

/// <summary>
/// One SQLite database. SQLite takes one writer at a time, and a shared memory database one caller at a time: callers of this
/// process queue here, since a refused lock would block their thread. Other processes are waited for by SQLite itself.
/// </summary>
internal sealed class SqliteDatabase : StoreDatabase, IDisposable
{
    private const int Unique = 2067;
    private const int PrimaryKey = 1555;

    private readonly SqliteSource _source;
    private readonly TimeProvider _clock;
    private readonly SqliteConnectionChecks _checks;
    private readonly SqliteSchema _schema;
    private readonly SqliteConnection? _keptOpen;

    public SqliteDatabase(SqliteSource source, StoreNames names, string? keyRingDirectory, TimeProvider clock)
    {
        _source = source;
        _clock = clock;
        Names = names;
        KeyRingDirectory = keyRingDirectory;
        _checks = new(source.IsMemory);
        _schema = new(names);
        if (source.IsMemory)
        {
            _keptOpen = new(source.ConnectionString);
            _keptOpen.Open();
        }
    }

    public override StoreNames Names { get; }

    /// <summary>The folder of the key ring that belongs to the database; null when the host keeps it.</summary>
    public string? KeyRingDirectory { get; }

    /// <summary>The full path of the file; null for a database in memory.</summary>
    public string? Path => _source.Path;

    public override void Configure(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseSqlite(_source.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        options.AddInterceptors(_checks);
    }

    public override async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        using var turn = await _source.Gate.EnterAsync(_clock, cancellationToken);
        await using var connection = new SqliteConnection(_source.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await _checks.ApplyAsync(connection, cancellationToken);
            await _schema.EnsureAsync(connection, cancellationToken);
        }
        catch (SqliteException exception) when (Path is { } path && SqlitePath.Explain(path, exception) is { } problem)
        {
            throw new InvalidOperationException(problem, exception);
        }
    }

    public override ValueTask<IDisposable?> EnterAsync(bool isWriting, CancellationToken cancellationToken) =>
        isWriting || _source.IsMemory ? _source.Gate.EnterAsync(_clock, cancellationToken) : ValueTask.FromResult<IDisposable?>(null);

    /// <summary>Nothing to do: a transaction begins with BEGIN IMMEDIATE and so keeps every other writer out.</summary>
    public override Task LockAsync(AccountingDbContext context, string scope, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task<DateTimeOffset> GetTimeAsync(AccountingDbContext context, CancellationToken cancellationToken) =>
        Task.FromResult(_clock.GetUtcNow());

    public override bool IsDuplicate(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: Unique or PrimaryKey };

    public void Dispose() => _keptOpen?.Dispose();
}
