namespace Kompass.Accounting.StoreConformance;

/// <summary>The number that shows whether anything changed of what a plan is made of: what every store must do.</summary>
public abstract class RevisionTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private static readonly RecordKey Client = RecordKey.Of(new ClientId("c1"));

    private static readonly Dictionary<string, Func<StoreHost, Lease, Task>> Changes = new(StringComparer.Ordinal)
    {
        ["contact link"] = Recorded(new() { ContactLinks = [Make.ContactLink(Organisation, "c1", "x1")] }),
        ["document link"] = Recorded(new() { DocumentLinks = [Make.DocumentLink(Organisation, "i1", "d1")] }),
        ["removed contact link"] = Recorded(new() { RemovedContactLinks = [new("c1")] }),
        ["removed document link"] = Recorded(new() { RemovedDocumentLinks = [new("i1")] }),
        ["mirrored contact with an outcome"] = Recorded(new() { Contacts = [Make.Contact("x1", "name", Make.Instant)] }),
        ["released hold"] = Recorded(new() { Released = [Client] }),
        ["decision"] = Recorded(new() { Decisions = [Make.Decision(Organisation, "c1", null, ReviewDecision.Ignore)] }),
        ["ended skip"] = Recorded(new() { Unskipped = [Client] }),
        ["mapping of an import"] = Recorded(new() { Mappings = [new(MappingKind.Account, "1", "2")] }),
        ["removed mapping"] = Recorded(new() { RemovedMappings = [new(MappingKind.Account, "1", "2")] }),
        ["review"] = (host, _) => host.Mappings.SaveReviewAsync(Organisation, [], [Make.Decision(Organisation, "c1", null, ReviewDecision.Ignore)], None),
        ["unlink"] = (host, _) => host.Mappings.RemoveContactLinkAsync(Organisation, new("c1"), None),
        ["mappings"] = (host, _) => host.Mappings.SaveMappingsAsync(Organisation, MappingKind.Account, [new(MappingKind.Account, "1", "2")], None),
        ["mirrored contact"] = (host, _) => host.Mirror.SaveAsync(Organisation, [Make.Contact("x1", "name", Make.Instant)], null, None),
    };

    [SkippableFact]
    public async Task Revision_grows_with_each_change_of_what_a_plan_is_made_of()
    {
        var lease = await AcquireAsync();
        foreach (var (name, change) in Changes)
        {
            var before = await Host.Mappings.GetRevisionAsync(Organisation, None);

            await change(Host, lease);

            Assert.True(await Host.Mappings.GetRevisionAsync(Organisation, None) > before, name);
        }

        Assert.Equal(0, await Host.Mappings.GetRevisionAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task Revision_stands_still_while_a_run_finds_nothing_to_do()
    {
        var lease = await AcquireAsync();
        await Host.Mappings.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);
        var before = await Host.Mappings.GetRevisionAsync(Organisation, None);

        await Host.Journal.RenewAsync(lease, TimeSpan.FromMinutes(2), None);
        await Host.Journal.RecordAsync(lease, new() { Cursors = new Dictionary<string, SourceCursor> { ["clients"] = new("1") } }, None);
        await Host.Journal.BeginAsync(lease, [Make.Operation(Organisation, 1, Client)], None);
        await Host.Journal.SaveRunAsync(
            new() { Id = new(Make.Id(7)), ConfigurationId = new(Make.Id(1)), RemoteOrganisationId = Organisation, StartedAt = Now }, None);
        await Host.Mirror.SaveAsync(Organisation, [], Now, None);

        Assert.Equal(before, await Host.Mappings.GetRevisionAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Change_that_is_refused_leaves_the_revision_as_it_was()
    {
        await Host.Mappings.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);
        var before = await Host.Mappings.GetRevisionAsync(Organisation, None);

        await Assert.ThrowsAsync<LinkConflictException>(() => Host.Mappings.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c2", "x1")], [], None));

        Assert.Equal(before, await Host.Mappings.GetRevisionAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Revision_counts_every_change_of_racing_writers()
    {
        StoreHost[] hosts = [Host, Fixture.Start(), Fixture.Start()];

        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => hosts[number % hosts.Length].Mappings.SaveReviewAsync(
            Organisation, [Make.ContactLink(Organisation, $"c{number}", $"x{number}")], [], None))));

        Assert.Equal(24, await Host.Mappings.GetRevisionAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task Find_answers_the_links_and_contacts_that_are_asked_for()
    {
        var lease = await AcquireAsync();
        var batch = new OutcomeBatch
        {
            ContactLinks = [.. Enumerable.Range(0, 5).Select(number => Make.ContactLink(Organisation, $"c{number}", $"x{number}"))],
            DocumentLinks = [.. Enumerable.Range(0, 5).Select(number => Make.DocumentLink(Organisation, $"i{number}", $"d{number}"))],
            Contacts = [.. Enumerable.Range(0, 5).Select(number => Make.Contact($"x{number}", "name", Make.Instant))],
        };
        await Host.Journal.RecordAsync(lease, batch, None);

        Assert.Equal([batch.ContactLinks.ElementAt(1), batch.ContactLinks.ElementAt(3)], await Host.Mappings.FindContactLinksAsync(Organisation, [new("c3"), new("c9"), new("c1")], None));
        Assert.Equal([batch.DocumentLinks.ElementAt(2)], await Host.Mappings.FindDocumentLinksAsync(Organisation, [new InvoiceId("i2")], None));
        Assert.Equal([batch.DocumentLinks.ElementAt(4)], await Host.Mappings.FindDocumentLinksAsync(Organisation, [new RemoteDocumentId("d4")], None));
        Assert.Equal([batch.Contacts.ElementAt(0)], await Host.Mirror.FindAsync(Organisation, [new("x0"), new("x8")], None));
        Assert.Empty(await Host.Mappings.FindContactLinksAsync(OtherOrganisation, [new("c1")], None));
        Assert.Empty(await Host.Mirror.FindAsync(OtherOrganisation, [new("x0")], None));
    }

    private static Func<StoreHost, Lease, Task> Recorded(OutcomeBatch batch) => (host, lease) => host.Journal.RecordAsync(lease, batch, None);

    private async Task<Lease> AcquireAsync() => (await Host.Journal.TryAcquireAsync(Organisation, "a", TimeSpan.FromMinutes(10), None))!;
}
