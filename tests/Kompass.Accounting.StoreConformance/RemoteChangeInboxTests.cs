namespace Kompass.Accounting.StoreConformance;

/// <summary>What the ledger told of waits until it was looked at: what every store must do.</summary>
public abstract class RemoteChangeInboxTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private IRemoteChangeInbox Inbox => Host.Inbox;

    [SkippableFact]
    public async Task Store_keeps_a_change_for_whatever_process_reads_it()
    {
        var change = Told("d1");

        Assert.Equal(1, await Inbox.StoreAsync([change], None));

        var stored = Assert.Single(await Fixture.Start().Inbox.ReadAsync(Organisation, 0, 10, None));
        Assert.Equal(change, stored.Change);
        Assert.Empty(await Inbox.ReadAsync(OtherOrganisation, 0, 10, None));
    }

    [SkippableFact]
    public async Task Store_lets_each_record_wait_once_with_its_latest_change()
    {
        await Inbox.StoreAsync([Told("d1", 1), Told("d1", 3), Told("d1", 2), Told("d1", 1, RemoteChangeKind.Contact)], None);

        Assert.Equal(0, await Inbox.StoreAsync([Told("d1", 3), Told("d1", 2)], None));
        Assert.Equal(1, await Inbox.StoreAsync([Told("d1", 4)], None));

        var waiting = await Inbox.ReadAsync(Organisation, 0, 10, None);
        Assert.Equal([Told("d1", 1, RemoteChangeKind.Contact), Told("d1", 4)], waiting.Select(stored => stored.Change));
        Assert.Equal(2, await Fixture.CountAsync("inbox"));
    }

    [SkippableFact]
    public async Task Ten_thousand_changes_come_to_the_set_of_what_they_are_about()
    {
        for (var payload = 0; payload < 20; payload++)
        {
            await Inbox.StoreAsync([.. Enumerable.Range(payload * 500, 500).Select(number => Told($"d{number % 40}", number))], None);
        }

        Assert.Equal(40, await Fixture.CountAsync("inbox"));
        var waiting = Assert.Single(await Inbox.GetWaitingAsync(None));
        Assert.Equal((Organisation, RemoteChangeKind.Invoice, 40), (waiting.OrganisationId, waiting.Kind, waiting.Count));
    }

    [SkippableFact]
    public async Task Waiting_tells_each_organisation_and_kind_with_its_first_and_last()
    {
        Assert.Empty(await Inbox.GetWaitingAsync(None));
        await Inbox.StoreAsync([Told("d1"), Told("d2")], None);
        await Inbox.StoreAsync([Told("c1", kind: RemoteChangeKind.Contact)], None);
        await Inbox.StoreAsync([Told("n1", kind: RemoteChangeKind.CreditNote) with { OrganisationId = OtherOrganisation }], None);

        var waiting = await Inbox.GetWaitingAsync(None);

        Assert.Equal(
            [(Organisation, RemoteChangeKind.Invoice, 2), (Organisation, RemoteChangeKind.Contact, 1), (OtherOrganisation, RemoteChangeKind.CreditNote, 1)],
            waiting.Select(one => (one.OrganisationId, one.Kind, one.Count)));
        var stored = await Inbox.ReadAsync(Organisation, 0, 10, None);
        Assert.Equal((stored[0].Sequence, stored[1].Sequence), (waiting[0].First, waiting[0].Last));
        Assert.Equal((stored[2].Sequence, stored[2].Sequence), (waiting[1].First, waiting[1].Last));
    }

    [SkippableFact]
    public async Task Read_goes_on_where_it_ended()
    {
        await Inbox.StoreAsync([.. Enumerable.Range(0, 5).Select(number => Told($"d{number}"))], None);

        var first = await Inbox.ReadAsync(Organisation, 0, 2, None);
        var rest = await Inbox.ReadAsync(Organisation, first[^1].Sequence, 10, None);

        Assert.Equal(["d0", "d1", "d2", "d3", "d4"], first.Concat(rest).Select(stored => stored.Change.RemoteId).Order(StringComparer.Ordinal));
        Assert.Equal(2, first.Count);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Inbox.ReadAsync(Organisation, 0, 0, None));
    }

    [SkippableFact]
    public async Task Remove_leaves_what_was_told_anew_meanwhile_and_other_organisations()
    {
        await Inbox.StoreAsync([Told("d1", 1), Told("d2", 1)], None);
        await Inbox.StoreAsync([Told("d1", 1) with { OrganisationId = OtherOrganisation }], None);
        var last = (await Inbox.GetWaitingAsync(None)).Single(waiting => waiting.OrganisationId == Organisation).Last;
        await Inbox.StoreAsync([Told("d1", 2)], None);

        await Inbox.RemoveAsync(Organisation, last, None);

        Assert.Equal(Told("d1", 2), Assert.Single(await Inbox.ReadAsync(Organisation, 0, 10, None)).Change);
        Assert.Single(await Inbox.ReadAsync(OtherOrganisation, 0, 10, None));
    }

    [SkippableFact]
    public async Task Sequence_that_was_removed_is_never_used_again()
    {
        await Inbox.StoreAsync([Told("d1", 1)], None);
        var last = (await Inbox.GetWaitingAsync(None))[0].Last;
        await Inbox.RemoveAsync(Organisation, last, None);

        await Inbox.StoreAsync([Told("d1", 1)], None);
        await Inbox.RemoveAsync(Organisation, last, None);

        Assert.Single(await Inbox.ReadAsync(Organisation, 0, 10, None));
    }

    [SkippableFact]
    public async Task Prune_removes_what_has_waited_for_long_and_nothing_else()
    {
        await Inbox.StoreAsync([Told("d1")], None);

        Assert.Equal(0, await Inbox.PruneAsync(TimeSpan.FromHours(1), None));
        Assert.Equal(1, await Inbox.PruneAsync(TimeSpan.FromHours(-1), None));

        Assert.Equal(0, await Fixture.CountAsync("inbox"));
    }

    [SkippableFact]
    public async Task Racing_nodes_store_each_change_once_and_none_is_removed_unseen()
    {
        StoreHost[] hosts = [Host, Fixture.Start(), Fixture.Start()];
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(async () =>
        {
            var inbox = hosts[number % hosts.Length].Inbox;
            await inbox.StoreAsync([Told($"d{number / 2}")], None);
            if (await inbox.ReadAsync(Organisation, 0, 100, None) is { Count: > 0 } read)
            {
                read.ToList().ForEach(stored => seen[stored.Change.RemoteId] = 1);
                await inbox.RemoveAsync(Organisation, read[^1].Sequence, None);
            }
        })));

        (await Inbox.ReadAsync(Organisation, 0, 100, None)).ToList().ForEach(stored => seen[stored.Change.RemoteId] = 1);
        Assert.Equal(15, seen.Count);
    }

    private static RemoteChange Told(string id, int seconds = 0, RemoteChangeKind kind = RemoteChangeKind.Invoice) =>
        new(Organisation, kind, id, Make.Instant.AddSeconds(seconds));
}
