namespace Kompass.Accounting.StoreConformance;

/// <summary>The audit trail: what every store must do.</summary>
public abstract class AuditTrailTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly RecordKey Invoice = RecordKey.Of(new InvoiceId("i1"));

    private IAuditTrail Trail => Host.Audit;

    [SkippableFact]
    public async Task Append_entries_are_read_back_newest_first_as_they_were()
    {
        await Trail.AppendAsync([Entry("1"), new() { At = Now, Actor = "host", Action = AuditAction.Other }], None);
        await Trail.AppendAsync([Entry("3")], None);
        await using var restarted = Fixture.Start();

        var found = await restarted.Audit.ReadAsync(new(), None);

        Assert.Equal([Entry("3"), new() { At = Now, Actor = "host", Action = AuditAction.Other }, Entry("1")], found.Select(entry => entry with { Sequence = 0 }));
        Assert.Equal(found.Select(entry => entry.Sequence).OrderDescending(), found.Select(entry => entry.Sequence));
        Assert.All(found, entry => Assert.True(entry.Sequence > 0));
    }

    [SkippableFact]
    public async Task Read_pages_follow_each_other_without_gap()
    {
        await Trail.AppendAsync([.. Enumerable.Range(1, 25).Select(number => Entry($"{number}"))], None);

        var read = new List<string?>();
        long? before = null;
        while (await Trail.ReadAsync(new() { Maximum = 10, Before = before }, None) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 10);
            read.AddRange(page.Select(entry => entry.Reason));
            before = page[^1].Sequence;
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(number => $"{number}"), read);
    }

    [SkippableFact]
    public async Task Read_entries_are_those_asked_for()
    {
        await Trail.AppendAsync(
            [
                Entry("1"),
                Entry("2") with { Record = RecordKey.Of(new ClientId("i1")) },
                Entry("3") with { ConfigurationId = new(Make.Id(2)), RemoteOrganisationId = OtherOrganisation },
            ],
            None);

        Assert.Equal(["3", "1"], await ReasonsAsync(new() { Record = Invoice }));
        Assert.Equal(["1"], await ReasonsAsync(new() { Record = Invoice, RemoteOrganisationId = Organisation }));
        Assert.Equal(["3"], await ReasonsAsync(new() { ConfigurationId = new(Make.Id(2)) }));
    }

    [SkippableFact]
    public async Task Append_belongs_to_the_transaction_of_the_change()
    {
        var lease = (await Host.Journal.TryAcquireAsync(Organisation, "one", TimeSpan.FromMinutes(1), None))!;
        await Host.Journal.RecordAsync(lease, new() { Audit = [Entry("journal")], DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1")] }, None);
        await Host.Mappings.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], [Entry("review")], None);
        await Host.Mappings.SaveMappingsAsync(Organisation, MappingKind.Item, [new(MappingKind.Item, "a", "b")], [Entry("mapping")], None);
        var configuration = await Host.Configurations.SaveAsync(Make.Configuration(1, "k1"), [Entry("configuration")], None);
        Assert.True(await Host.Mappings.RemoveContactLinkAsync(Organisation, new("c1"), [Entry("unlink")], None));
        string[] all = ["unlink", "configuration", "mapping", "review", "journal"];
        Assert.Equal(all, await ReasonsAsync(new()));

        await Assert.ThrowsAsync<LinkConflictException>(() => Host.Journal.RecordAsync(
            lease, new() { Audit = [Entry("refused")], DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d2")] }, None));
        await Host.Mappings.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);
        await Assert.ThrowsAsync<LinkConflictException>(() => Host.Mappings.SaveReviewAsync(
            Organisation, [Make.ContactLink(Organisation, "c2", "x1")], [], [Entry("refused")], None));
        await Assert.ThrowsAsync<StoreConflictException>(() => Host.Configurations.SaveAsync(configuration with { Version = 7 }, [Entry("refused")], None));
        Assert.False(await Host.Mappings.RemoveContactLinkAsync(Organisation, new("c9"), [Entry("refused")], None));

        Assert.Equal(all, await ReasonsAsync(new()));
    }

    private static AuditEntry Entry(string reason) => new()
    {
        At = Make.Instant,
        Actor = "Ada",
        Action = AuditAction.Relink,
        ConfigurationId = new(Make.Id(1)),
        RemoteOrganisationId = Organisation,
        Record = Invoice,
        Reason = reason,
        Before = "contact 'Müller & Söhne'",
        After = "contact 'Birch'",
    };

    private async Task<IEnumerable<string?>> ReasonsAsync(AuditQuery query) => (await Trail.ReadAsync(query, None)).Select(entry => entry.Reason);
}
