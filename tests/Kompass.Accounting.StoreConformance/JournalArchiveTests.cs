namespace Kompass.Accounting.StoreConformance;

/// <summary>What is long over leaves the journal's tables, and is found as before: what every store must do.</summary>
public abstract class JournalArchiveTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly RecordKey Client = RecordKey.Of(new ClientId("c1"));
    private static readonly ConfigurationId Configuration = new(Make.Id(1));
    private static readonly RunId Run = new(Make.Id(2));

    private ISyncJournal Journal => Host.Journal;

    [SkippableFact]
    public async Task Archive_moves_what_was_settled_before_and_the_history_stays_as_it_was()
    {
        var lease = await AcquireAsync(Organisation);
        Operation[] operations =
        [
            Settled(1, daysAgo: 1),
            Settled(2, daysAgo: 9),
            Make.Operation(Organisation, 3, Client),
            Make.Operation(Organisation, 4, Client, OperationState.Unknown),
            Settled(5, daysAgo: 8),
        ];
        await Journal.RecordAsync(lease, new() { Operations = operations }, None);
        await Journal.RecordAsync(await AcquireAsync(OtherOrganisation), new() { Operations = [Settled(6, daysAgo: 9) with { RemoteOrganisationId = OtherOrganisation }] }, None);

        Assert.Equal(2, await Journal.ArchiveAsync(lease, Now.AddDays(-7), 10, None));

        Assert.Equal((4, 2), (await Fixture.CountAsync("operations"), await Fixture.CountAsync("archived_operations")));
        Assert.Equal(operations, await Journal.GetHistoryAsync(Organisation, Client, None));
        Assert.Equal(operations, await Journal.GetOperationsAsync(Organisation, Run, None));
        Assert.Equal([operations[2], operations[3]], await Journal.GetUnsettledAsync(Organisation, None));
        Assert.Equal(0, await Journal.ArchiveAsync(lease, Now.AddDays(-7), 10, None));
    }

    [SkippableFact]
    public async Task Archive_moves_the_oldest_first_and_no_more_than_asked()
    {
        var lease = await AcquireAsync(Organisation);
        var operations = Enumerable.Range(1, 5).Select(number => Settled(number, daysAgo: number)).ToList();
        await Journal.RecordAsync(lease, new() { Operations = operations }, None);

        Assert.Equal(2, await Journal.ArchiveAsync(lease, Now, 2, None));
        Assert.Equal(0, await Journal.ArchiveAsync(lease, Now.AddDays(-3), 2, None));
        Assert.Equal(3, await Journal.ArchiveAsync(lease, Now, 10, None));

        Assert.Equal(operations, await Journal.GetHistoryAsync(Organisation, Client, None));
    }

    [SkippableFact]
    public async Task Archive_moves_ended_runs_and_leaves_the_latest_of_each_configuration()
    {
        var lease = await AcquireAsync(Organisation);
        SyncRun[] runs = [Ended(1, daysAgo: 10), Ended(2, daysAgo: 9), Ended(3, daysAgo: 8) with { FinishedAt = null, Outcome = null }, Ended(4, daysAgo: 8)];
        var other = Ended(5, daysAgo: 30) with { ConfigurationId = new(Make.Id(9)) };
        foreach (var run in runs.Append(other))
        {
            await Journal.SaveRunAsync(run, None);
        }

        Assert.Equal(2, await Journal.ArchiveAsync(lease, Now.AddDays(-7), 10, None));

        Assert.Equal((3, 2), (await Fixture.CountAsync("runs"), await Fixture.CountAsync("archived_runs")));
        Assert.Equal([runs[3], runs[2], runs[1], runs[0]], await Journal.GetRunsAsync(Configuration, 10, None));
        Assert.Equal([runs[3], runs[2], runs[1]], await Journal.GetRunsAsync(Configuration, 3, None));
        Assert.Equal([other], await Journal.GetRunsAsync(other.ConfigurationId, 1, None));
    }

    [SkippableFact]
    public async Task Archive_by_a_holder_that_lost_its_lease_moves_nothing()
    {
        var lease = await AcquireAsync(Organisation);
        await Journal.RecordAsync(lease, new() { Operations = [Settled(1, daysAgo: 9)] }, None);
        await Journal.ReleaseAsync(lease, None);
        await AcquireAsync(Organisation);

        await Assert.ThrowsAsync<LeaseLostException>(() => Journal.ArchiveAsync(lease, Now, 10, None));

        Assert.Equal((1, 0), (await Fixture.CountAsync("operations"), await Fixture.CountAsync("archived_operations")));
    }

    private Operation Settled(int number, int daysAgo) => Make.Operation(Organisation, number, Client, OperationState.Succeeded) with
    {
        RunId = Run,
        SettledAt = Now.AddDays(-daysAgo),
    };

    private SyncRun Ended(int number, int daysAgo) => new()
    {
        Id = new(Make.Id(100 + number)),
        ConfigurationId = Configuration,
        RemoteOrganisationId = Organisation,
        StartedAt = Now.AddDays(-daysAgo),
        FinishedAt = Now.AddDays(-daysAgo).AddMinutes(1),
        Outcome = SyncOutcome.Completed,
    };

    private async Task<Lease> AcquireAsync(RemoteOrganisationId organisation) =>
        (await Journal.TryAcquireAsync(organisation, "a", TimeSpan.FromMinutes(10), None))!;
}
