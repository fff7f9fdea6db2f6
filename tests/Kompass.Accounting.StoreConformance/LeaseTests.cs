namespace Kompass.Accounting.StoreConformance;

/// <summary>The fenced lease: one holder, an epoch that grows, no late write.</summary>
public abstract class LeaseTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly RecordKey Record = RecordKey.Of(new ClientId("c1"));

    private ISyncJournal Journal => Host.Journal;

    [SkippableFact]
    public async Task TryAcquire_while_somebody_else_holds_it_answers_null()
    {
        var lease = await Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None);

        Assert.NotNull(lease);
        Assert.Equal((Organisation, "a", 1L), (lease.OrganisationId, lease.Owner, lease.Epoch));
        Assert.Null(await Fixture.Start().Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None));
        Assert.NotNull(await Journal.TryAcquireAsync(OtherOrganisation, "b", TimeSpan.FromMinutes(10), None));
    }

    [SkippableFact]
    public async Task TryAcquire_after_it_lapsed_takes_over_and_the_epoch_grows()
    {
        var first = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Fixture.LetLapseAsync();

        var second = await Fixture.Start().Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None);

        Assert.Equal(first!.Epoch + 1, second!.Epoch);
        Assert.True(second.ExpiresAt > first.ExpiresAt);
        Assert.Equal((false, true), (first.IsTakenOver, second.IsTakenOver));
    }

    [SkippableFact]
    public async Task TryAcquire_by_its_owner_fences_the_owners_earlier_self()
    {
        var first = await Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None);
        var second = await Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None);

        Assert.Equal(first!.Epoch + 1, second!.Epoch);
        await Assert.ThrowsAsync<LeaseLostException>(() => Journal.BeginAsync(first, [Make.Operation(Organisation, 10, Record)], None));
    }

    [SkippableFact]
    public async Task TryAcquire_after_a_release_succeeds_and_the_epoch_grows()
    {
        var first = await Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None);
        await Journal.ReleaseAsync(first!, None);

        var second = await Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None);

        Assert.Equal(2, second!.Epoch);
        Assert.False(second.IsTakenOver);
    }

    [SkippableFact]
    public async Task Release_of_a_lost_lease_leaves_the_new_holder_alone()
    {
        var first = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Fixture.LetLapseAsync();
        await Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None);

        await Journal.ReleaseAsync(first!, None);

        Assert.Null(await Journal.TryAcquireAsync(Organisation, "c", TimeSpan.FromMinutes(10), None));
    }

    [SkippableFact]
    public async Task Renew_prolongs_the_lease_and_keeps_its_epoch()
    {
        var lease = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        var renewed = await Journal.RenewAsync(lease!, Fixture.Lapse * 20, None);
        await Fixture.LetLapseAsync();

        Assert.Equal(lease!.Epoch, renewed.Epoch);
        Assert.True(renewed.ExpiresAt > lease.ExpiresAt);
        Assert.Null(await Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None));
    }

    [SkippableFact]
    public async Task Renew_of_a_lost_lease_is_refused()
    {
        var lease = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Fixture.LetLapseAsync();
        await Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None);

        var exception = await Assert.ThrowsAsync<LeaseLostException>(() => Journal.RenewAsync(lease!, TimeSpan.FromMinutes(1), None));

        Assert.Equal(lease, exception.Lease);
    }

    [SkippableFact]
    public async Task Writes_under_a_lost_lease_are_refused_and_write_nothing()
    {
        var lost = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Fixture.LetLapseAsync();
        await Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None);

        await Assert.ThrowsAsync<LeaseLostException>(() => Journal.BeginAsync(lost!, [Make.Operation(Organisation, 10, Record)], None));
        await Assert.ThrowsAsync<LeaseLostException>(() => Journal.RecordAsync(
            lost!,
            new()
            {
                ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")],
                DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1")],
                Contacts = [Make.Contact("x1", "Name", Now)],
                Holds = [Make.Hold(Record, HoldReason.NameTaken, Now)],
                Cursors = new Dictionary<string, SourceCursor> { ["clients"] = new("1") },
            },
            None));

        Assert.Empty(await Journal.GetUnsettledAsync(Organisation, None));
        Assert.Empty(await Host.Mappings.GetContactLinksAsync(Organisation, None));
        Assert.Empty(await Host.Mappings.GetDocumentLinksAsync(Organisation, None));
        Assert.Empty(await Host.Mirror.GetAllAsync(Organisation, None));
        Assert.Empty(await Journal.GetHoldsAsync(Organisation, None));
        Assert.Empty(await Journal.GetCursorsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Writes_under_a_lease_that_never_was_are_refused()
    {
        await Assert.ThrowsAsync<LeaseLostException>(
            () => Journal.BeginAsync(new(Organisation, "a", 1, Now), [Make.Operation(Organisation, 10, Record)], None));
    }

    [SkippableFact]
    public async Task Writes_after_the_lease_lapsed_but_before_a_take_over_are_taken()
    {
        var lease = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Fixture.LetLapseAsync();

        await Journal.BeginAsync(lease!, [Make.Operation(Organisation, 10, Record)], None);

        Assert.Single(await Journal.GetUnsettledAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task GetAbandoned_answers_what_lapsed_and_was_not_given_back()
    {
        var given = await Host.Journal.TryAcquireAsync(OtherOrganisation, "a", Fixture.Lapse, None);
        await Host.Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Host.Journal.ReleaseAsync(given!, None);
        Assert.Empty(await Host.Journal.GetAbandonedAsync(None));

        await Fixture.LetLapseAsync();

        Assert.Equal([Organisation], await Host.Journal.GetAbandonedAsync(None));
        await Host.Journal.TryAcquireAsync(Organisation, "b", Fixture.Lapse, None);
        Assert.Empty(await Host.Journal.GetAbandonedAsync(None));
    }

    [SkippableFact]
    public async Task TryAcquire_by_racing_nodes_gives_it_to_one()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();

        var leases = await Task.WhenAll(hosts.SelectMany((host, number) => Enumerable.Range(0, 4).Select(attempt => Task.Run(() =>
            host.Journal.TryAcquireAsync(Organisation, $"{number}.{attempt}", TimeSpan.FromMinutes(10), None)))));

        Assert.Equal(1, Assert.Single(leases, lease => lease is not null)!.Epoch);
    }

    [SkippableFact]
    public async Task Record_racing_with_a_take_over_never_writes_after_it()
    {
        var first = await Journal.TryAcquireAsync(Organisation, "a", Fixture.Lapse, None);
        await Fixture.LetLapseAsync();
        var other = Fixture.Start();
        var seen = -1;

        var writer = Task.Run(async () =>
        {
            try
            {
                for (var number = 0; ; number++)
                {
                    await Journal.BeginAsync(first!, [Make.Operation(Organisation, 100 + number, Record)], None);
                }
            }
            catch (LeaseLostException)
            {
            }
        });
        var taker = Task.Run(async () =>
        {
            Assert.NotNull(await other.Journal.TryAcquireAsync(Organisation, "b", TimeSpan.FromMinutes(10), None));
            seen = (await other.Journal.GetUnsettledAsync(Organisation, None)).Count;
        });
        await Task.WhenAll(writer, taker);

        Assert.Equal(seen, (await Journal.GetUnsettledAsync(Organisation, None)).Count);
    }
}
