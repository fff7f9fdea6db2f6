using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.StoreConformance;

/// <summary>How the tables come to be: what every store must do.</summary>
public abstract class SchemaTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    [SkippableFact]
    public async Task First_use_by_ten_nodes_at_once_starts_clean()
    {
        var hosts = Enumerable.Range(0, 10).Select(_ => Fixture.Start()).ToList();

        await Task.WhenAll(hosts.Select((host, number) => Task.Run(
            () => host.Configurations.SaveAsync(Make.Configuration(number, $"k{number}"), None))));

        Assert.Equal(10, (await Host.Configurations.ListAsync(None)).Count);
    }

    [SkippableFact]
    public async Task First_use_after_a_start_that_failed_in_the_middle_makes_the_whole_schema()
    {
        // The second half of the script fails, as if the process had been killed there.
        await Fixture.ExecuteAsync($"CREATE TABLE {Fixture.Table("holds")} (blocker INTEGER)");
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => Host.Configurations.ListAsync(None));
        Assert.IsAssignableFrom<System.Data.Common.DbException>(exception.GetBaseException());
        Assert.Equal(["holds"], await Fixture.TablesAsync());

        await Fixture.ExecuteAsync($"DROP TABLE {Fixture.Table("holds")}");

        await Host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None);
        Assert.Empty(await Host.Journal.GetHoldsAsync(Organisation, None));
        Assert.Equal(24, (await Fixture.TablesAsync()).Count);
    }

    [SkippableFact]
    public async Task Command_that_fails_is_told_by_its_exception_alone_and_not_by_errors_in_the_log()
    {
        await Host.Configurations.ListAsync(None);
        await Fixture.ExecuteAsync($"DROP TABLE {Fixture.Table("configurations")}");

        await Assert.ThrowsAnyAsync<Exception>(() => Host.Configurations.ListAsync(None));
        await Assert.ThrowsAnyAsync<Exception>(() => Host.Configurations.SaveAsync(Make.Configuration(1, "k1"), None));

        Assert.DoesNotContain(Host.Logs.Entries, entry => entry.Level > LogLevel.Information);
    }

    [SkippableFact]
    public async Task First_use_of_a_database_that_a_newer_program_made_is_refused()
    {
        await Host.Configurations.ListAsync(None);
        await Fixture.ExecuteAsync($"INSERT INTO {Fixture.Table("schema_versions")} VALUES (999)");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Fixture.Start().Configurations.ListAsync(None));

        Assert.Contains("KX5003", exception.Message, StringComparison.Ordinal);
        Assert.Contains("999", exception.Message, StringComparison.Ordinal);
    }
}
