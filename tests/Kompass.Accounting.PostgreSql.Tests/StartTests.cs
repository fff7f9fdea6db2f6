using Kompass.Accounting.StoreConformance;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Kompass.Accounting.PostgreSql.Tests;

/// <summary>Ten nodes that start at the same instant on an empty database, again and again.</summary>
public sealed class StartTests(ITestOutputHelper output)
{
    private const int Nodes = 10;

    [SkippableFact]
    public async Task First_use_by_ten_nodes_at_one_instant_starts_clean_a_hundred_times()
    {
        const int Starts = 100;
        var whole = await PictureOfOneNodeAsync();
        var clean = 0;
        for (var start = 0; start < Starts; start++)
        {
            await using var fixture = (PostgreSqlFixture)await PostgreSqlFixture.CreateAsync();
            await using var nodes = new Starters(fixture, Nodes);
            var failures = await nodes.StartAsync();
            failures.ForEach(failure => output.WriteLine($"Start {start}: {failure.Exception}"));
            clean += failures.Count == 0 && whole.SequenceEqual(await SchemaPicture.TakeAsync(fixture.ConnectionString)) ? 1 : 0;
        }

        output.WriteLine($"{clean} of {Starts} starts of {Nodes} nodes were clean.");
        Assert.Equal(Starts, clean);
    }

    [SkippableFact]
    public async Task First_use_by_ten_nodes_one_of_which_is_killed_in_the_middle_is_clean_for_the_others_and_then_for_that_one()
    {
        const int Kills = 20;
        const int MostStarts = 100;
        var whole = await PictureOfOneNodeAsync();
        var random = new Random(1);
        var (kills, starts, again) = (0, 0, 0);
        for (; kills < Kills && starts < MostStarts; starts++)
        {
            await using var fixture = (PostgreSqlFixture)await PostgreSqlFixture.CreateAsync();
            await using var nodes = new Starters(fixture, Nodes);
            var starting = nodes.StartAsync();
            var isKilled = await KillTheOneThatMakesTheTablesAsync(fixture, starting, TimeSpan.FromMilliseconds(30 * random.NextDouble()));
            var failures = await starting;
            Assert.True(failures.Count <= (isKilled ? 1 : 0), string.Join('\n', failures.Select(failure => failure.Exception)));
            (kills, again) = (kills + (isKilled ? 1 : 0), again + failures.Count);
            foreach (var (host, _) in failures)
            {
                Assert.Empty(await host.Configurations.ListAsync(default));
            }

            Assert.Equal(whole, await SchemaPicture.TakeAsync(fixture.ConnectionString));
        }

        output.WriteLine($"{kills} nodes were killed in {starts} starts of {Nodes}; {again} of them had to start again.");
        Assert.Equal(Kills, kills);
        Assert.NotEqual(0, again);
    }

    private static async Task<IReadOnlyList<string>> PictureOfOneNodeAsync()
    {
        await using var fixture = (PostgreSqlFixture)await PostgreSqlFixture.CreateAsync();
        await fixture.Start().Configurations.ListAsync(default);
        return await SchemaPicture.TakeAsync(fixture.ConnectionString);
    }

    /// <returns>Whether there still was one.</returns>
    private static async Task<bool> KillTheOneThatMakesTheTablesAsync(PostgreSqlFixture fixture, Task starting, TimeSpan delay)
    {
        const string Holder = "FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        await using var connection = new NpgsqlConnection(fixture.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var find = new NpgsqlCommand($"SELECT pid {Holder}", connection);
        object? pid;
        while ((pid = await find.ExecuteScalarAsync()) is null)
        {
            if (starting.IsCompleted)
            {
                return false;
            }
        }

        await Task.Delay(delay);
        await using var kill = new NpgsqlCommand($"SELECT pg_terminate_backend(pid) {Holder} AND pid = {pid}", connection);
        return await kill.ExecuteScalarAsync() is true;
    }

    /// <summary>Nodes that share nothing but the database: not even a pool of connections.</summary>
    private sealed class Starters(PostgreSqlFixture fixture, int count) : IAsyncDisposable
    {
        private readonly List<StoreHost> _hosts = [.. Enumerable.Range(0, count).Select(_ => new StoreHost(
            fixture.Clock, fixture.Folder, builder => builder.UsePostgreSql(fixture.ConnectionString + ";Pooling=false")))];

        /// <returns>The nodes that failed, and why.</returns>
        public async Task<List<(StoreHost Host, Exception Exception)>> StartAsync()
        {
            using var instant = new Barrier(_hosts.Count);
            var failures = await Task.WhenAll(_hosts.Select(host => Task.Factory.StartNew(
                () =>
                {
                    instant.SignalAndWait();
                    return Record.ExceptionAsync(async () => Assert.Empty(await host.Configurations.ListAsync(default)));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()));
            return [.. _hosts.Zip(failures, (host, exception) => (host, exception)).Where(start => start.exception is not null)];
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var host in _hosts)
            {
                await host.DisposeAsync();
            }
        }
    }
}
