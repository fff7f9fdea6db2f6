using Kompass.Accounting.PostgreSql.Tests;
using Kompass.Xero.Emulator;
using Npgsql;

namespace QuartzCluster;

/// <summary>A database of the demonstration's own, an emulated Xero over HTTP, and a folder for the key ring.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly string? _server;
    private readonly DirectoryInfo _folder;
    private readonly EmulatorServer _xero;
    private readonly string _database;

    private Workplace(string? server, string connectionString, string database, DirectoryInfo folder, XeroEmulator emulator, EmulatorServer xero)
    {
        (_server, _database, _folder, _xero, Xero) = (server, database, folder, xero, emulator);
        Settings = new(connectionString, xero.BaseAddress, folder.FullName, DateTimeOffset.UtcNow);
    }

    public XeroEmulator Xero { get; }

    public NodeSettings Settings { get; }

    /// <param name="connection">The server to make the database on; null for a server that lives as long as this process.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SampleException">There is no server, or it does not let us make a database.</exception>
    public static async Task<Workplace> CreateAsync(string? connection, CancellationToken cancellationToken)
    {
        var server = connection ?? await OwnServerAsync();
        var database = $"kompass_quartz_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {database}", cancellationToken);
        var emulator = new XeroEmulator(new() { Latency = TimeSpan.FromMilliseconds(200) });
        var xero = await EmulatorServer.StartAsync(emulator, ct: cancellationToken);
        var own = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
        return new(connection, own, database, Directory.CreateTempSubdirectory("kompass-quartz-"), emulator, xero);
    }

    public async ValueTask DisposeAsync()
    {
        await _xero.DisposeAsync();
        _folder.Delete(recursive: true);
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(_server, $"DROP DATABASE {_database} WITH (FORCE)", CancellationToken.None);
        }
    }

    private static async Task<string> OwnServerAsync()
    {
        if (PostgreSqlServer.Missing is { } missing)
        {
            throw new SampleException($"{missing} Or name a server of yours: --connection \"Host=...;Username=...;Password=...;Database=postgres\", with a user who may create a database.");
        }

        try
        {
            return (await PostgreSqlServer.GetAsync()).ConnectionString("postgres");
        }
        catch (InvalidOperationException fault)
        {
            throw new SampleException($"{fault.Message.Trim()} Name a server of yours with --connection instead.", fault);
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is NpgsqlException or ArgumentException)
        {
            throw new SampleException($"'{sql}' failed: {fault.Message} Let --connection name a PostgreSQL that runs, and a user who may create a database.", fault);
        }
    }
}
