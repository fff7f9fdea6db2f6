namespace Kompass.Accounting.Tests;

public sealed class SyncWorkerTests : IDisposable
{
    private const int Minute = 60;
    private readonly WorkerFleet _fleet = new();

    [Fact]
    public async Task WorkAsync_parked_run_goes_on_at_the_reset_and_not_at_the_next_interval()
    {
        await _fleet.EnableAsync();

        var node = _fleet.Start((_, _) => Ended(SyncOutcome.Parked, Build.Now.AddMinutes(4)));
        _fleet.Pass(TimeSpan.FromMinutes(5));

        AssertAbout([0, (4 * Minute) + 1], node.Seconds.Take(2));
    }

    [Fact]
    public async Task WorkAsync_day_limit_is_not_slept_on_but_asked_again_at_each_interval()
    {
        await _fleet.EnableAsync();

        var node = _fleet.Start((_, _) => Ended(SyncOutcome.Parked, Build.Now.AddHours(9)));
        _fleet.Pass(TimeSpan.FromMinutes(31));

        AssertAbout([0, 15 * Minute, 30 * Minute], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_parked_until_an_instant_that_has_passed_does_not_spin()
    {
        await _fleet.EnableAsync();

        var node = _fleet.Start((_, _) => Ended(SyncOutcome.Parked, Build.Now));
        _fleet.Pass(TimeSpan.FromSeconds(10));

        Assert.InRange(node.Runs.Count, 2, 11);
    }

    [Fact]
    public async Task WorkAsync_run_that_throws_is_tried_again_soon_and_then_ever_more_rarely()
    {
        await _fleet.EnableAsync();

        var node = _fleet.Start((_, _) => throw new InvalidOperationException("The database is away."));
        _fleet.Pass(TimeSpan.FromMinutes(32));

        AssertAbout([0, 30, 90, 210, 450, 930, 1830], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_configurations_that_cannot_be_read_are_read_again_soon()
    {
        await _fleet.EnableAsync();
        _fleet.Configurations.Fault = new InvalidOperationException("The database fails over.");

        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromSeconds(40));
        _fleet.Configurations.Fault = null;
        _fleet.Pass(TimeSpan.FromSeconds(40));

        AssertAbout([60], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_long_run_keeps_no_other_configuration_waiting()
    {
        var slow = await _fleet.EnableAsync();
        var other = await _fleet.EnableAsync(2);
        var over = new TaskCompletionSource<SyncResult>();

        var node = _fleet.Start((id, token) => id == slow ? over.Task : _fleet.CompleteAsync(id, token));
        _fleet.Pass(TimeSpan.FromMinutes(31));

        Assert.Single(node.Runs, run => run.Configuration == slow);
        Assert.Equal(3, node.Runs.Count(run => run.Configuration == other));
        over.SetResult(WorkerFleet.Result(SyncOutcome.Completed));
    }

    [Fact]
    public async Task WorkAsync_no_more_runs_at_once_than_allowed()
    {
        await _fleet.EnableAsync();
        await _fleet.EnableAsync(2);
        var over = new TaskCompletionSource<SyncResult>();

        var node = _fleet.Start((_, _) => over.Task, new() { MaximumConcurrency = 1 });
        _fleet.Pass(TimeSpan.FromMinutes(31));
        Assert.Single(node.Runs);

        over.SetResult(WorkerFleet.Result(SyncOutcome.Completed));
        _fleet.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(2, node.Runs.Select(run => run.Configuration).Distinct().Count());
    }

    [Fact]
    public async Task WorkAsync_configuration_with_an_interval_of_its_own_keeps_to_it_and_to_a_new_one()
    {
        var own = await _fleet.EnableAsync();
        var other = await _fleet.EnableAsync(2);
        await _fleet.SetIntervalAsync(own, TimeSpan.FromHours(1));

        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(31));
        Assert.Single(node.Runs, run => run.Configuration == own);
        Assert.Equal(3, node.Runs.Count(run => run.Configuration == other));

        await _fleet.SetIntervalAsync(own, TimeSpan.FromMinutes(5));
        _fleet.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(3, node.Runs.Count(run => run.Configuration == own));
    }

    [Fact]
    public async Task WorkAsync_three_nodes_run_each_configuration_once_an_interval()
    {
        await _fleet.EnableAsync();
        await _fleet.EnableAsync(2);
        WorkerNode[] nodes = [_fleet.Start(_fleet.CompleteAsync), _fleet.Start(_fleet.CompleteAsync), _fleet.Start(_fleet.CompleteAsync)];

        _fleet.Pass(TimeSpan.FromMinutes(61));

        var runs = nodes.SelectMany(node => node.Runs).GroupBy(run => run.Configuration).ToList();
        Assert.Equal([5, 5], runs.Select(of => of.Count()));
    }

    [Fact]
    public async Task WorkAsync_node_that_was_started_anew_waits_for_the_interval()
    {
        var id = await _fleet.EnableAsync();
        await _fleet.CompleteAsync(id, default);
        _fleet.Pass(TimeSpan.FromMinutes(5));

        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(11));

        AssertAbout([15 * Minute], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_run_that_another_node_never_finished_is_made_here()
    {
        var id = await _fleet.EnableAsync();
        await _fleet.CompleteAsync(id, default);
        await _fleet.Journal.SaveRunAsync(
            (await _fleet.Journal.GetRunsAsync(id, 1, default))[0] with { FinishedAt = null, Outcome = null }, default);

        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromSeconds(2));

        AssertAbout([0], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_busy_organisation_is_tried_again_until_its_lease_lapses()
    {
        await _fleet.EnableAsync();
        var lapses = Build.Now.AddSeconds(50);

        var node = _fleet.Start((id, token) => _fleet.Clock.GetUtcNow() < lapses
            ? Ended(SyncOutcome.NotRun, _fleet.Clock.GetUtcNow().AddSeconds(2))
            : _fleet.CompleteAsync(id, token));
        _fleet.Pass(TimeSpan.FromSeconds(70));

        Assert.InRange(node.Seconds.Last(), 50, 54);
    }

    [Fact]
    public async Task RunSoon_changes_that_come_together_are_one_run()
    {
        var id = await _fleet.EnableAsync();
        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        node.Trigger.RunSoon(id);
        _fleet.Pass(TimeSpan.FromSeconds(2));
        node.Trigger.Changed(Build.Organisation);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        AssertAbout([0, Minute + 5], node.Seconds);
    }

    [Fact]
    public async Task Changed_while_it_runs_leads_to_another_run()
    {
        await _fleet.EnableAsync();
        var over = new TaskCompletionSource<SyncResult>();
        var node = _fleet.Start((_, _) => over.Task);
        _fleet.Pass(TimeSpan.FromSeconds(10));

        node.Trigger.Changed(Build.Organisation);
        _fleet.Pass(TimeSpan.FromSeconds(20));
        Assert.Single(node.Runs);
        over.SetResult(WorkerFleet.Result(SyncOutcome.Completed));
        _fleet.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(2, node.Runs.Count);
    }

    [Fact]
    public async Task Changed_organisation_of_nobody_runs_nothing()
    {
        await _fleet.EnableAsync();
        var node = _fleet.Start(_fleet.CompleteAsync);

        node.Trigger.Changed(new("nobody"));
        _fleet.Pass(TimeSpan.FromMinutes(1));

        AssertAbout([0], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_that_is_stopped_ends_when_its_runs_have()
    {
        await _fleet.EnableAsync();
        var over = new TaskCompletionSource<SyncResult>();
        var node = _fleet.Start((_, _) => over.Task);
        _fleet.Pass(TimeSpan.FromSeconds(2));

        var stopped = node.StopAsync();
        _fleet.Pass(TimeSpan.FromSeconds(2));
        Assert.False(stopped.IsCompleted);
        over.SetResult(WorkerFleet.Result(SyncOutcome.Completed));
        _fleet.Pass(TimeSpan.FromSeconds(2));

        await stopped.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Single(node.Runs);
    }

    [Fact]
    public async Task WorkAsync_run_that_its_node_left_unfinished_is_taken_up_as_soon_as_its_lease_lapses()
    {
        var id = await _fleet.EnableAsync();
        var organisation = (await _fleet.Configurations.GetAsync(id, default))!.Connection!.OrganisationId;
        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));
        await _fleet.Journal.TryAcquireAsync(organisation, "a node that dies", TimeSpan.FromMinutes(1), default);

        _fleet.Pass(TimeSpan.FromMinutes(3));

        AssertAbout([0, 2 * Minute], node.Seconds);
    }

    [Fact]
    public async Task WorkAsync_run_that_was_given_back_waits_for_its_interval()
    {
        var id = await _fleet.EnableAsync();
        var organisation = (await _fleet.Configurations.GetAsync(id, default))!.Connection!.OrganisationId;
        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));
        await _fleet.Journal.ReleaseAsync((await _fleet.Journal.TryAcquireAsync(organisation, "a node", TimeSpan.FromMinutes(1), default))!, default);

        _fleet.Pass(TimeSpan.FromMinutes(3));

        AssertAbout([0], node.Seconds);
    }

    [Fact]
    public void WorkAsync_archives_the_journal_once_a_day_and_not_in_the_first_hour()
    {
        var node = _fleet.Start(_fleet.CompleteAsync);

        _fleet.Pass(TimeSpan.FromMinutes(55));
        Assert.Empty(node.Archived);

        _fleet.Pass(TimeSpan.FromHours(26));
        AssertAbout([0, 24 * 60 * Minute], node.Archived.Select(at => (int)(at - node.Archived[0]).TotalSeconds));
    }

    [Fact]
    public async Task WorkAsync_disabled_configuration_runs_no_more()
    {
        var id = await _fleet.EnableAsync();
        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        await _fleet.Configurations.SaveAsync((await _fleet.Configurations.GetAsync(id, default))! with { IsEnabled = false }, default);
        _fleet.Pass(TimeSpan.FromMinutes(31));

        AssertAbout([0], node.Seconds);
    }

    public void Dispose() => _fleet.Dispose();

    /// <summary>The clock goes on in steps, so that what follows one another is late by a few of them.</summary>
    private static void AssertAbout(int[] expected, IEnumerable<int> seconds)
    {
        var actual = seconds.ToList();
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, 0, 5));
    }

    private static Task<SyncResult> Ended(SyncOutcome outcome, DateTimeOffset retryAt) => Task.FromResult(WorkerFleet.Result(outcome, retryAt));
}
