using Kompass.Accounting.StoreConformance;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kompass.Accounting.PostgreSql.Tests;

/// <summary>What PostgreSQL alone has: schemas, roles, database time, sessions that are killed.</summary>
public sealed class PostgreSqlStoreTests() : StoreTests(PostgreSqlFixture.CreateAsync)
{
    private PostgreSqlFixture Server => (PostgreSqlFixture)Fixture;

    [SkippableFact]
    public async Task UsePostgreSql_with_other_names_keeps_two_stores_apart_in_one_database()
    {
        await using var host = new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(Server.ConnectionString, options =>
        {
            options.Schema = "Host";
            options.TablePrefix = "kx_";
        }));
        await host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None);

        Assert.Empty(await Host.Configurations.ListAsync(None));
        Assert.Single(await host.Configurations.ListAsync(None));
        var tables = await Server.QueryAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'Host'");
        Assert.Equal(24, tables.Count);
        Assert.All(tables, table => Assert.StartsWith("kx_", table[0], StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task UsePostgreSql_by_a_role_that_may_not_make_schemas_uses_the_one_that_exists()
    {
        await Server.QueryAsync("CREATE ROLE plain LOGIN; CREATE SCHEMA kompass_accounting AUTHORIZATION plain");
        await using var host = new StoreHost(
            Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(Server.ConnectionString.Replace("Username=postgres", "Username=plain", StringComparison.Ordinal)));
        try
        {
            await host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None);

            Assert.Single(await host.Configurations.ListAsync(None));
        }
        finally
        {
            await Server.QueryAsync("DROP OWNED BY plain CASCADE; DROP ROLE plain");
        }
    }

    [SkippableFact]
    public async Task First_use_by_a_role_without_rights_says_what_to_grant()
    {
        await Server.QueryAsync("CREATE ROLE nobody LOGIN");
        await using var host = new StoreHost(
            Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(Server.ConnectionString.Replace("Username=postgres", "Username=nobody", StringComparison.Ordinal)));
        try
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Configurations.ListAsync(None));

            Assert.Contains("KX5009 The role nobody may not make the tables in schema kompass_accounting", exception.Message, StringComparison.Ordinal);
            Assert.Contains("Grant it CREATE", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Server.QueryAsync("DROP ROLE nobody");
        }
    }

    [SkippableTheory]
    [InlineData("foo")]
    [InlineData("Hst=x")]
    [InlineData("Port=far")]
    public void UsePostgreSql_with_a_connection_string_that_cannot_be_read_says_so(string connectionString)
    {
        var exception = Assert.Throws<ArgumentException>(() => new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(connectionString)));

        Assert.StartsWith("KX5008 The connection string that UsePostgreSql was given", exception.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("pg_x")]
    [InlineData("pg_")]
    [InlineData("pg_catalog")]
    [InlineData("information_schema")]
    public void UsePostgreSql_with_a_schema_that_is_reserved_says_so_at_once(string schema)
    {
        var exception = Assert.Throws<ArgumentException>(
            () => new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(Server.ConnectionString, options => options.Schema = schema)));

        Assert.StartsWith($"KX5010 The schema '{schema}' that UsePostgreSql was given is PostgreSQL's own", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Choose another", exception.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("pgx")]
    [InlineData("PG_x")]
    [InlineData("my_information_schema")]
    public async Task UsePostgreSql_with_a_schema_that_only_resembles_a_reserved_one_uses_it(string schema)
    {
        await using var host = new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(Server.ConnectionString, options => options.Schema = schema));

        Assert.Empty(await host.Configurations.ListAsync(None));
    }

    [SkippableTheory]
    [InlineData("CREATE TABLE kompass_accounting.holds (x text)", "relation \"holds\" already exists")]
    [InlineData("CREATE VIEW kompass_accounting.runs AS SELECT 1", "relation \"runs\" already exists")]
    [InlineData("CREATE TYPE kompass_accounting.runs AS ENUM ('x')", "type \"runs\" already exists")]
    [InlineData("CREATE TABLE kompass_accounting.schema_versions (name text)", "schema_versions holds no version of ours")]
    [InlineData("CREATE TABLE kompass_accounting.schema_versions (version integer)", "schema_versions holds no version of ours")]
    [InlineData("CREATE TABLE kompass_accounting.schema_versions AS SELECT '1.2.3' AS version", "schema_versions holds no version of ours")]
    [InlineData("CREATE SEQUENCE kompass_accounting.schema_versions", "schema_versions holds no version of ours")]
    public async Task First_use_of_a_schema_with_tables_of_somebody_else_says_which_and_what_to_do(string foreign, string found)
    {
        await Fixture.ExecuteAsync(foreign);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Host.Configurations.ListAsync(None));

        Assert.StartsWith("KX5011 The tables cannot be made in schema kompass_accounting of database test_", exception.Message, StringComparison.Ordinal);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
        Assert.Contains("another Schema or TablePrefix", exception.Message, StringComparison.Ordinal);
        await using var beside = new StoreHost(Fixture.Clock, Fixture.Folder, builder => builder.UsePostgreSql(Server.ConnectionString, options => options.TablePrefix = "kx_"));
        Assert.Empty(await beside.Configurations.ListAsync(None));
    }

    [SkippableFact]
    public async Task TryAcquire_reads_the_databases_clock_and_not_the_nodes()
    {
        Fixture.Clock.Advance(TimeSpan.FromDays(3650));

        var lease = await Host.Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(1), None);
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse((await Server.QueryAsync("SELECT floor(extract(epoch FROM now()))::bigint"))[0][0], null));

        Assert.InRange(lease!.ExpiresAt, time.AddSeconds(-60), time.AddSeconds(62));
        Fixture.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Host.Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(1), None));
    }

    [SkippableFact]
    public async Task First_use_goes_on_when_the_node_that_was_making_the_tables_is_killed()
    {
        await using var killed = new NpgsqlConnection(Server.ConnectionString + ";Pooling=false");
        await killed.OpenAsync();
        await using var transaction = await killed.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(
            """
            SELECT pg_advisory_xact_lock(hashtextextended('kompass.accounting.schema.' || '"kompass_accounting"."schema_versions"', 0));
            CREATE SCHEMA kompass_accounting;
            CREATE TABLE kompass_accounting.holds (half integer);
            """,
            killed))
        {
            await command.ExecuteNonQueryAsync();
        }

        var waiting = Host.Configurations.ListAsync(None);
        await WaitUntilAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
        Assert.False(waiting.IsCompleted);

        await Server.QueryAsync($"SELECT pg_terminate_backend({killed.ProcessID})");

        Assert.Empty(await waiting);
        Assert.Empty(await Host.Journal.GetHoldsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Record_whose_session_is_killed_writes_nothing_and_can_be_repeated()
    {
        var lease = await Host.Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None);
        await using var blocker = new NpgsqlConnection(Server.ConnectionString + ";Pooling=false");
        await blocker.OpenAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("LOCK TABLE kompass_accounting.cursors", blocker))
        {
            await command.ExecuteNonQueryAsync();
        }

        var batch = new OutcomeBatch
        {
            ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")],
            Cursors = new Dictionary<string, SourceCursor> { ["clients"] = new("1") },
        };
        var recording = Host.Journal.RecordAsync(lease!, batch, None);
        await WaitUntilAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND NOT granted");
        await Server.QueryAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'relation' AND NOT granted");
        await Assert.ThrowsAnyAsync<Exception>(() => recording);
        await transaction.RollbackAsync();

        Assert.Empty(await Host.Mappings.GetContactLinksAsync(Organisation, None));

        await Host.Journal.RecordAsync(lease!, batch, None);
        Assert.Single(await Host.Mappings.GetContactLinksAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Unique_indexes_refuse_what_slipped_past_the_rules()
    {
        await Host.Mappings.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);

        var exception = await Assert.ThrowsAsync<PostgresException>(() => Fixture.ExecuteAsync(
            $"INSERT INTO {Fixture.Table("contact_links")} SELECT remote_organisation_id, 'c2', remote_contact_id, origin, created_at, created_by, record_hash, sent_name, is_shared "
            + $"FROM {Fixture.Table("contact_links")}"));

        Assert.Equal(PostgresErrorCodes.UniqueViolation, exception.SqlState);
    }

    private async Task WaitUntilAsync(string countSql)
    {
        while ((await Server.QueryAsync(countSql))[0][0] == "0")
        {
            await Server.QueryAsync("SELECT pg_sleep(0.01)");
        }
    }
}
