using System.Text.Json;
using Kompass.Accounting;
using Xunit.Abstractions;

namespace Kompass.Kills;

/// <summary>A real process over an SQLite file, killed with SIGKILL, against a Xero that outlives it.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    // A node that found another at work asks again after two seconds, and looks once a second.
    private static readonly TimeSpan BusyRetry = TimeSpan.FromSeconds(3);

    // A node looks for abandoned runs each five seconds; the lease may have been renewed just before the kill, and the look takes its time.
    private static readonly TimeSpan Rescue = TimeSpan.FromSeconds(6.5);

    [SkippableFact]
    public async Task Schema_set_up_killed_before_each_statement_starts_again_and_is_whole()
    {
        UnderCi.Only("A process is started and killed for each statement of the schema");
        var report = await SchemaStory.RunAsync(CancellationToken.None);

        Show(report);
        Assert.Empty(report.Problems);
        Assert.InRange(report.Kills, 20, 500);
        Assert.Equal(1, report.Survived);
    }

    [SkippableFact]
    public async Task Sync_killed_fifty_times_ends_with_each_record_exactly_once_to_the_penny()
    {
        UnderCi.Only("Fifty processes are started and killed");
        var report = await SyncStory.RunAsync(kills: 50, seed: 1, CancellationToken.None);

        Show(report);
        Assert.Empty(report.Problems);
        Assert.Equal((0, 0, 0), (report.Duplicates, report.Lost, report.PennyDifferences));
        Assert.True(report.Kills >= 50, $"{report.Kills} kills");
        Assert.True(report.AtNamedPoints >= 10, $"{report.AtNamedPoints} at named points");
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Fleet_killed_fifty_times_ends_with_each_record_exactly_once_to_the_penny(int seed)
    {
        UnderCi.Only("Dozens of nodes are started and killed over PostgreSQL");
        var report = await FleetStory.RunAsync(nodes: 4, kills: 25, seed, CancellationToken.None);

        Show(report.Figures);
        Assert.Empty(report.AllProblems);
        Assert.Equal((0, 0, 0, 0), (report.Books.Duplicates, report.Books.Lost, report.Books.PennyDifferences, report.Stuck));
        Assert.True(report.Kills >= 25, $"{report.Kills} kills");
        Assert.True(report.Terminated > 0, "No connection was terminated.");
    }

    [SkippableTheory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("ManualJournals")]
    public async Task Node_that_stood_still_past_its_lease_does_not_write_late(string point)
    {
        UnderCi.Only("Nodes are started and stopped over PostgreSQL");
        var report = await StandStillStory.RunAsync(StandStillPoint.Parse(point)!, CancellationToken.None);

        Show(report.Figures);
        Assert.Empty(report.AllProblems);
        Assert.Equal(1, report.Pauses);
    }

    [SkippableFact]
    public async Task Node_that_is_killed_is_taken_over_within_the_time_of_its_lease()
    {
        UnderCi.Only("Nodes are started and killed over PostgreSQL");
        var (report, organisations, longest) = await TakeOverStory.RunAsync(CancellationToken.None);

        Show(new { organisations, Seconds = Math.Round(longest.TotalSeconds, 2) });
        Assert.Empty(report.AllProblems);
        Assert.NotEqual(0, organisations);
        Assert.InRange(longest, TimeSpan.Zero, FleetServices.Lease + BusyRetry);
        Assert.True(new SyncOptions().LeaseDuration <= TimeSpan.FromSeconds(60));
    }

    [SkippableFact]
    public async Task Node_that_is_killed_while_it_writes_is_taken_over_by_an_idle_one_within_five_seconds_after_its_lease()
    {
        UnderCi.Only("Nodes are started and killed over PostgreSQL");
        var (report, organisations, longest) = await TakeOverStory.RunIdleAsync(CancellationToken.None);

        Show(new { organisations, Seconds = Math.Round(longest.TotalSeconds, 2) });
        Assert.Empty(report.AllProblems);
        Assert.Equal(FleetLoads.All.Count, organisations);
        Assert.InRange(longest, TimeSpan.Zero, FleetServices.Lease + Rescue);
    }

    [SkippableFact]
    public async Task Ten_nodes_that_start_at_once_on_an_empty_database_start_clean()
    {
        UnderCi.Only("Dozens of nodes are started over PostgreSQL");
        var report = await StartStory.RunAsync(starts: 3, CancellationToken.None);

        Show(report.Figures);
        Assert.Empty(report.Problems);
        Assert.Equal(3, report.Clean);
    }

    [SkippableFact]
    public async Task Connection_that_ends_at_any_statement_leaves_each_record_exactly_once_to_the_penny()
    {
        UnderCi.Only("A sync is struck at each of its statements over PostgreSQL");
        var report = await StatementStory.RunAsync(CancellationToken.None);

        Show(report.Figures);
        Assert.Empty(report.AllProblems);
        Assert.InRange(report.Statements, 50, 1000);
        Assert.Equal(2 * report.Statements, report.Strikes);
    }

    private void Show(KillReport report) => Show(report.Figures);

    private void Show(object of)
    {
        var figures = JsonSerializer.Serialize(of, JsonSerializerOptions.Web);
        output.WriteLine(figures);
        Console.WriteLine(figures);
    }
}
