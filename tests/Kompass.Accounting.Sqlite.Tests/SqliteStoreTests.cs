using Kompass.Accounting.EntityFrameworkCore;
using Kompass.Accounting.StoreConformance;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting.Sqlite.Tests;

/// <summary>What SQLite alone has: files, write-ahead, one writer at a time, memory.</summary>
public sealed class SqliteStoreTests() : StoreTests(SqliteFileFixture.CreateAsync)
{
    private SqliteFileFixture Files => (SqliteFileFixture)Fixture;

    [Fact]
    public async Task Connections_are_written_ahead_and_synchronised_in_full()
    {
        await using var context = CreateContext();
        await context.Database.OpenConnectionAsync();

        Assert.Equal("wal", await ScalarAsync(context, "PRAGMA journal_mode"));
        Assert.Equal("2", await ScalarAsync(context, "PRAGMA synchronous"));
        Assert.NotEqual("0", await ScalarAsync(context, "PRAGMA busy_timeout"));
    }

    [Fact]
    public async Task Connections_that_cannot_be_written_ahead_are_refused()
    {
        var checks = new SqliteConnectionChecks(isMemory: false);
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => checks.ApplyAsync(connection, None));

        Assert.Contains("KX5002", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transactions_take_the_write_lock_when_they_begin()
    {
        await Host.Configurations.ListAsync(None);
        await using var context = CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await using var other = new SqliteConnection(Files.ConnectionString + ";Default Timeout=1");
        await other.OpenAsync();

        var exception = Assert.Throws<SqliteException>(() => other.BeginTransaction(deferred: false));

        Assert.Equal(5, exception.SqliteErrorCode);
    }

    [Fact]
    public async Task Reads_go_on_while_somebody_writes()
    {
        await Host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None);
        await using var context = CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();

        Assert.Single(await Host.Configurations.ListAsync(None));
    }

    [Fact]
    public async Task First_use_of_what_a_kill_at_any_statement_left_makes_the_whole_schema()
    {
        var statements = new StoreNames(null, string.Empty).Apply(SqliteScripts.All[0])
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(statements.Length > 30);
        for (var kill = 0; kill <= statements.Length; kill += 4)
        {
            var image = Path.Combine(Fixture.Folder, $"image-{kill}.db");
            await LeaveHalfDoneAsync(statements.Take(kill), image);
            await using (var host = new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UseSqlite($"Data Source={image};Pooling=False")))
            {
                await host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None);
                Assert.Single(await host.Configurations.ListAsync(None));
                Assert.Null(await host.Reconciliations.GetLatestAsync(new(Make.Id(1)), Organisation, None));
            }
        }
    }

    [Fact]
    public async Task UseSqlite_with_memory_alone_is_a_database_of_its_own()
    {
        await using var one = new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UseSqlite("Data Source=:memory:"));
        await using var two = new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UseSqlite("Data Source=:memory:"));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(
            () => one.Configurations.SaveAsync(Make.Configuration(number, $"k{number}"), None))));

        Assert.Equal(20, (await one.Configurations.ListAsync(None)).Count);
        Assert.Empty(await two.Configurations.ListAsync(None));
    }

    [Fact]
    public async Task UseSqlite_with_a_prefix_keeps_its_tables_apart()
    {
        await using var host = new StoreHost(
            Fixture.Clock, Fixture.Folder, builder => builder.UseSqlite(Files.ConnectionString, options => options.TablePrefix = "kx_"));
        await host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None);

        Assert.Empty(await Host.Configurations.ListAsync(None));
        Assert.Equal(24, (await Fixture.TablesAsync()).Count(table => table.StartsWith("kx_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task UseSqlite_with_a_key_ring_directory_reads_its_credentials_after_a_restart()
    {
        var keys = Path.Combine(Fixture.Folder, "ring");
        for (var version = 0; version < 2; version++)
        {
            var services = new ServiceCollection();
            new Builder(services).UseSqlite(Files.ConnectionString, options => options.KeyRingDirectory = keys);
            await using var provider = services.BuildServiceProvider();
            var store = provider.GetRequiredService<ICredentialStore>();

            Assert.Equal(version == 0 ? null : [7], (await store.GetAsync(new("c"), None))?.Payload.ToArray());
            await store.SaveAsync(new("c"), new byte[] { 7 }, version, None);
        }

        Assert.NotEmpty(Directory.GetFiles(keys, "key-*.xml"));
    }

    [Theory]
    [InlineData("Data Source=kompass.db;Mode=ReadOnly", "")]
    [InlineData("Data Source=kompass.db", "drop table;")]
    [InlineData("Data Source=kompass.db", "a_prefix_that_is_too_long")]
    [InlineData("Nonsense=1", "")]
    [InlineData(" ", "")]
    public void UseSqlite_with_what_cannot_be_used_is_refused_at_once(string connectionString, string prefix)
    {
        Assert.ThrowsAny<ArgumentException>(
            () => new Builder(new ServiceCollection()).UseSqlite(connectionString, options => options.TablePrefix = prefix));
    }

    [Fact]
    public async Task UseSqlite_leaves_a_port_that_the_host_has_replaced()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IReconciliationStore>(new Replaced());
        new Builder(services).UseSqlite("Data Source=elsewhere.db").UseSqlite(Files.ConnectionString);
        await using var provider = services.BuildServiceProvider();

        Assert.IsType<Replaced>(provider.GetRequiredService<IReconciliationStore>());
        await provider.GetRequiredService<IConfigurationStore>().ListAsync(None);
        Assert.True(File.Exists(Files.File));
        Assert.False(File.Exists("elsewhere.db"));
    }

    [Theory]
    [InlineData("second")]
    [InlineData(null)]
    public async Task UseSqlite_twice_takes_database_and_key_ring_from_the_last_call(string? ring)
    {
        var services = new ServiceCollection();
        var host = Path.Combine(Fixture.Folder, "host");
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(host));
        new Builder(services)
            .UseSqlite($"Data Source={Path.Combine(Fixture.Folder, "first.db")}", options => options.KeyRingDirectory = Path.Combine(Fixture.Folder, "first"))
            .UseSqlite(Files.ConnectionString, options => options.KeyRingDirectory = ring is null ? null : Path.Combine(Fixture.Folder, ring));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICredentialStore>().SaveAsync(new("c"), new byte[] { 7 }, 0, None);

        Assert.True(File.Exists(Files.File));
        Assert.False(File.Exists(Path.Combine(Fixture.Folder, "first.db")));
        Assert.False(Directory.Exists(Path.Combine(Fixture.Folder, "first")));
        Assert.Single(Directory.GetFiles(Path.Combine(Fixture.Folder, ring ?? "host"), "key-*.xml"));
    }

    [Theory]
    [InlineData("missing/kompass.db", "the folder", "does not exist. Create the folder")]
    [InlineData("", "is a folder", "Name a file")]
    public async Task UseSqlite_with_a_bad_path_names_path_and_remedy_at_start_and_on_first_use(string name, string problem, string remedy)
    {
        var path = Path.GetFullPath(Path.Combine(Fixture.Folder, name));
        var services = new ServiceCollection();
        new Builder(services).UseSqlite($"Data Source={path}");
        await using var provider = services.BuildServiceProvider();

        var atStart = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        var onUse = await Assert.ThrowsAsync<InvalidOperationException>(() => provider.GetRequiredService<IConfigurationStore>().ListAsync(None));

        Assert.All([atStart.Message, onUse.Message], message =>
        {
            Assert.Contains($"'{path}'", message, StringComparison.Ordinal);
            Assert.Contains(problem, message, StringComparison.Ordinal);
            Assert.Contains(remedy, message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task UseSqlite_with_a_file_that_is_no_database_names_it()
    {
        var path = Path.Combine(Fixture.Folder, "notes.db");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("these are notes, and no database ", 100)));

        Assert.Contains($"KX5007 The file '{path}' is not an SQLite database.", await RefusalAsync(path), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task UseSqlite_where_nothing_can_be_written_names_path_and_remedy()
    {
        Skip.IfNot(Directory.Exists("/proc"), "There is no folder here that even an administrator cannot write.");

        var message = await RefusalAsync("/proc/kompass.db");

        Assert.Contains("KX5006 The database '/proc/kompass.db' cannot be opened for writing. Let the account", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:/srv/a.db?cache=private", "/srv/a.db")]
    [InlineData("file:///srv/a.db", "/srv/a.db")]
    [InlineData("/srv/x/../a.db", "/srv/a.db")]
    public void Parse_finds_the_path_of_a_file(string dataSource, string path) =>
        Assert.Equal(Path.GetFullPath(path), SqliteSource.Parse($"Data Source={dataSource}").Path);

    private static async Task<string> RefusalAsync(string path)
    {
        var services = new ServiceCollection();
        new Builder(services).UseSqlite($"Data Source={path}");
        await using var provider = services.BuildServiceProvider();
        return (await Assert.ThrowsAsync<InvalidOperationException>(() => provider.GetRequiredService<IConfigurationStore>().ListAsync(None))).Message;
    }

    private AccountingDbContext CreateContext() =>
        Host.Services.GetRequiredService<IDbContextFactory<AccountingDbContext>>().CreateDbContext();

    private static async Task<string?> ScalarAsync(AccountingDbContext context, string sql)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The files as a killed process leaves them: copied in the middle of the transaction.</summary>
    private async Task LeaveHalfDoneAsync(IEnumerable<string> statements, string image)
    {
        var half = Path.Combine(Fixture.Folder, "half.db");
        File.Delete(half);
        await using (var connection = new SqliteConnection($"Data Source={half};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE schema_versions (version INTEGER NOT NULL PRIMARY KEY)";
            await command.ExecuteNonQueryAsync();
            foreach (var statement in statements)
            {
                command.CommandText = statement;
                await command.ExecuteNonQueryAsync();
            }

            foreach (var file in Directory.GetFiles(Fixture.Folder, "half.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            {
                await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await using var target = File.Create(file.Replace(half, image, StringComparison.Ordinal));
                await source.CopyToAsync(target);
            }
        }
    }

    private sealed record Builder(IServiceCollection Services) : IAccountingBuilder
    {
        public string Name => "test";
    }

    private sealed class Replaced : IReconciliationStore
    {
        public Task SaveAsync(ReconciliationReport report, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<ReconciliationReport?> GetAsync(ReconciliationId id, CancellationToken cancellationToken) => Task.FromResult<ReconciliationReport?>(null);

        public Task<ReconciliationReport?> GetLatestAsync(
            ConfigurationId configuration,
            RemoteOrganisationId organisation,
            CancellationToken cancellationToken) => Task.FromResult<ReconciliationReport?>(null);

        public Task<IReadOnlyList<ReconciliationHeader>> ListAsync(
            ConfigurationId configuration,
            RemoteOrganisationId organisation,
            int maximum,
            CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ReconciliationHeader>>([]);

        public Task<int> RemoveAsync(
            ConfigurationId configuration,
            RemoteOrganisationId organisation,
            DateTimeOffset before,
            int keep,
            CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
