namespace Kompass.Accounting.Tests;

/// <summary>What the ledger tells of changes makes the worker look at once, and never too often.</summary>
public sealed class ChangeWatchTests : IAsyncLifetime, IDisposable
{
    private static readonly RemoteOrganisationId Organisation = new("tenant-1");
    private readonly WorkerFleet _fleet = new();

    public async Task InitializeAsync()
    {
        await _fleet.EnableAsync();
        await _fleet.Mappings.SaveReviewAsync(Organisation, [Build.Link("c1", "1")], [], default);
        await _fleet.Mirror.SaveAsync(Organisation, [Build.Contact("1", "Acme") with { UpdatedAt = Build.Now }], null, default);
    }

    [Fact]
    public async Task Change_of_a_linked_record_runs_within_half_a_minute_and_is_forgotten_by_the_run()
    {
        var node = _fleet.Start(_fleet.LookAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        await TellAsync();
        _fleet.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(2, node.Runs.Count);
        Assert.InRange((node.Runs[1].At - Build.Now).TotalSeconds, 70, 90);
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Changes_that_come_together_are_one_run()
    {
        var node = _fleet.Start(_fleet.LookAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        for (var number = 0; number < 5; number++)
        {
            await TellAsync();
            _fleet.Pass(TimeSpan.FromSeconds(2));
        }

        _fleet.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(2, node.Runs.Count);
    }

    [Fact]
    public async Task Change_of_what_is_not_linked_is_removed_without_a_run()
    {
        var node = _fleet.Start(_fleet.LookAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        await TellAsync("2");
        await TellAsync("d7", RemoteChangeKind.Invoice);
        _fleet.Pass(TimeSpan.FromMinutes(2));

        Assert.Single(node.Runs);
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Echo_of_what_was_read_already_is_removed_without_a_run()
    {
        var node = _fleet.Start(_fleet.LookAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        await _fleet.Inbox.StoreAsync([new(Organisation, RemoteChangeKind.Contact, Build.ContactId("1").Value, Build.Now.AddMilliseconds(900))], default);
        _fleet.Pass(TimeSpan.FromMinutes(2));

        Assert.Single(node.Runs);
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Change_that_is_told_while_a_run_is_under_way_is_looked_at_by_another_one()
    {
        var over = new TaskCompletionSource<SyncResult>();
        var count = 0;
        var node = _fleet.Start((id, token) => count++ == 0 ? over.Task : _fleet.LookAsync(id, token));
        _fleet.Pass(TimeSpan.FromSeconds(2));

        await TellAsync();
        _fleet.Pass(TimeSpan.FromMinutes(1));
        Assert.Single(node.Runs);
        over.SetResult(WorkerFleet.Result(SyncOutcome.Completed));
        _fleet.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(2, node.Runs.Count);
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Of_three_nodes_one_looks_at_what_was_told()
    {
        WorkerNode[] nodes = [_fleet.Start(_fleet.LookAsync), _fleet.Start(_fleet.LookAsync), _fleet.Start(_fleet.LookAsync)];
        _fleet.Pass(TimeSpan.FromMinutes(1));
        var before = nodes.Sum(node => node.Runs.Count);

        await TellAsync();
        _fleet.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal(before + 1, nodes.Sum(node => node.Runs.Count));
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Run_that_another_node_made_before_the_change_was_told_does_not_stand_for_it()
    {
        var node = _fleet.Start(_fleet.LookAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));
        await _fleet.CompleteAsync((await _fleet.Configurations.ListAsync(default))[0].Id, default);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        await TellAsync();
        _fleet.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(2, node.Runs.Count);
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Schedule_tells_no_configuration_that_is_running()
    {
        var id = (await _fleet.Configurations.ListAsync(default))[0].Id;
        var schedule = new RunSchedule(_fleet.Entropy);
        schedule.Keep(await _fleet.Configurations.ListAsync(default), Build.Now);
        var run = Assert.Single(schedule.Take(Build.Now, 1));

        Assert.False(schedule.IsWaiting(id));
        Assert.False(schedule.Tell(id, Organisation, Build.Now));
        schedule.Ended(run, Build.Now.AddMinutes(15), Build.Now, isDone: true);
        Assert.True(schedule.Tell(id, Organisation, Build.Now));

        Assert.Equal(Organisation, Assert.Single(schedule.Take(Build.Now, 1)).Told);
        Assert.False(schedule.Tell(new(Guid.Empty), Organisation, Build.Now));
    }

    [Fact]
    public async Task Run_that_could_not_be_made_leaves_what_was_told_to_the_next_one()
    {
        var isDown = false;
        var node = _fleet.Start((id, token) => isDown ? throw new InvalidOperationException("The database is away.") : _fleet.LookAsync(id, token));
        _fleet.Pass(TimeSpan.FromMinutes(1));

        isDown = true;
        await TellAsync();
        _fleet.Pass(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(await _fleet.Inbox.GetWaitingAsync(default));
        isDown = false;
        _fleet.Pass(TimeSpan.FromSeconds(40));

        Assert.Equal(3, node.Runs.Count);
        Assert.Empty(await _fleet.Inbox.GetWaitingAsync(default));
    }

    [Fact]
    public async Task Storm_of_a_day_leads_to_a_few_hundred_runs_and_no_more()
    {
        var node = _fleet.Start(_fleet.LookAsync, new() { Interval = TimeSpan.FromDays(2) });
        _fleet.Pass(TimeSpan.FromMinutes(1));

        for (var end = Build.Now.AddDays(1); _fleet.Clock.GetUtcNow() < end;)
        {
            await TellAsync();
            _fleet.Pass(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(node.Runs.Count, 290, 310);
    }

    [Fact]
    public async Task Change_of_an_organisation_that_is_not_enabled_runs_nothing()
    {
        var node = _fleet.Start(_fleet.LookAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));

        await _fleet.Inbox.StoreAsync([new(new("another"), RemoteChangeKind.Contact, Build.ContactId("1").Value, Build.Now.AddHours(1))], default);
        _fleet.Pass(TimeSpan.FromMinutes(2));

        Assert.Single(node.Runs);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _fleet.Dispose();

    private Task<int> TellAsync(string id = "1", RemoteChangeKind kind = RemoteChangeKind.Contact) => _fleet.Inbox.StoreAsync(
        [new(Organisation, kind, kind == RemoteChangeKind.Contact ? Build.ContactId(id).Value : id, _fleet.Clock.GetUtcNow().AddMinutes(1))], default);
}
