namespace Kompass.Accounting.StoreConformance;

/// <summary>Links, decisions and mappings: what every store must do.</summary>
public abstract class MappingStoreTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    private IMappingStore Store => Host.Mappings;

    [SkippableFact]
    public async Task SaveReview_links_and_decisions_are_read_back_as_they_were()
    {
        ContactLink[] links = [Make.ContactLink(Organisation, "c1", "x1"), Make.ContactLink(Organisation, "c2", "x2") with { RecordHash = null, SentName = null }];
        ContactDecision[] decisions =
        [
            Make.Decision(Organisation, "c3", null, ReviewDecision.Create),
            Make.Decision(Organisation, null, "x3", ReviewDecision.Ignore),
            Make.Decision(Organisation, "c4", "x4", ReviewDecision.Ignore),
        ];

        await Store.SaveReviewAsync(Organisation, links, decisions, None);

        Assert.Equal(links, await Store.GetContactLinksAsync(Organisation, None));
        Assert.Equal(decisions, await Store.GetDecisionsAsync(Organisation, None));
        Assert.Empty(await Store.GetContactLinksAsync(OtherOrganisation, None));
        Assert.Empty(await Store.GetDecisionsAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task TakeBackReview_removes_what_stands_as_given_and_nothing_else()
    {
        ContactLink[] links = [Unused("c1", "x1"), Unused("c2", "x2")];
        ContactDecision[] decisions =
        [
            Make.Decision(Organisation, "c3", null, ReviewDecision.Create),
            Make.Decision(Organisation, null, "x3", ReviewDecision.Ignore),
            Make.Decision(Organisation, "c4", "x4", ReviewDecision.Create),
        ];
        await Store.SaveReviewAsync(Organisation, links, decisions, None);
        var revision = await Store.GetRevisionAsync(Organisation, None);

        await Store.TakeBackReviewAsync(Organisation, [links[0]], [decisions[1], decisions[2]], [], None);

        Assert.Equal([links[1]], await Store.GetContactLinksAsync(Organisation, None));
        Assert.Equal([decisions[0]], await Store.GetDecisionsAsync(Organisation, None));
        Assert.True(await Store.GetRevisionAsync(Organisation, None) > revision);
    }

    [SkippableFact]
    public async Task TakeBackReview_of_what_was_used_or_changed_meanwhile_is_refused_as_a_whole()
    {
        var link = Unused("c1", "x1");
        var decision = Make.Decision(Organisation, "c3", null, ReviewDecision.Create);
        var audit = new AuditEntry { At = Now, Actor = "Ada", Action = AuditAction.Unlink, RemoteOrganisationId = Organisation };
        await Store.SaveReviewAsync(Organisation, [link with { RecordHash = "v1:1" }], [decision], None);

        await Assert.ThrowsAsync<StoreConflictException>(() => Store.TakeBackReviewAsync(Organisation, [link], [decision], [audit], None));
        await Assert.ThrowsAsync<StoreConflictException>(
            () => Store.TakeBackReviewAsync(Organisation, [], [decision, decision with { Decision = ReviewDecision.Ignore }], [audit], None));
        await Assert.ThrowsAsync<StoreConflictException>(
            () => Store.TakeBackReviewAsync(Organisation, [], [decision, Make.Decision(Organisation, "c3", "x9", ReviewDecision.Create)], [audit], None));
        await Assert.ThrowsAsync<StoreConflictException>(
            () => Store.TakeBackReviewAsync(Organisation, [link with { RecordHash = "v1:1", RemoteContactId = new("x2") }], [], [audit], None));

        Assert.Single(await Store.GetContactLinksAsync(Organisation, None));
        Assert.Single(await Store.GetDecisionsAsync(Organisation, None));
        Assert.Empty(await Host.Audit.ReadAsync(new(), None));
    }

    [SkippableFact]
    public async Task ReadContactLinks_pages_what_is_asked_for_newest_first()
    {
        ContactLink[] links =
        [
            Make.ContactLink(Organisation, "c1", "x1") with { CreatedAt = Now }, Make.ContactLink(Organisation, "C%2", "x2") with { CreatedAt = Now.AddDays(1) },
            Make.ContactLink(Organisation, "c3", "Y3") with { CreatedAt = Now }, Make.ContactLink(Organisation, "c4", "x4") with { CreatedAt = Now.AddDays(-1) },
        ];
        await Store.SaveReviewAsync(Organisation, links, [], None);
        await Store.SaveReviewAsync(OtherOrganisation, [Make.ContactLink(OtherOrganisation, "c1", "y3")], [], None);

        Assert.Equal("C%2 c1 c3 c4 of 4", await ReadAsync(new()));
        Assert.Equal("c1 c3 of 4", await ReadAsync(new() { Skip = 1, Maximum = 2 }));
        Assert.Equal(" of 4", await ReadAsync(new() { Skip = 4 }));
        Assert.Equal("c1 c4 of 2", await ReadAsync(new() { Clients = [new("c4"), new("c9")], Contacts = [new("x1")] }));
        Assert.Equal("c3 of 1", await ReadAsync(new() { Text = "y" }));
        Assert.Equal("C%2 c4 of 2", await ReadAsync(new() { Text = "c%", Clients = [new("c4")] }));
        Assert.Equal(" of 0", await ReadAsync(new() { Contacts = [] }));
        Assert.Equal(links[2], Assert.Single((await Store.ReadContactLinksAsync(Organisation, new() { Clients = [new("c3")] }, None)).Links));

        async Task<string> ReadAsync(ContactLinkQuery query)
        {
            var page = await Store.ReadContactLinksAsync(Organisation, query, None);
            return $"{string.Join(' ', page.Links.Select(link => link.ClientId))} of {page.Total}";
        }
    }

    [SkippableFact]
    public async Task SaveReview_twice_changes_nothing()
    {
        ContactLink[] links = [Make.ContactLink(Organisation, "c1", "x1")];
        ContactDecision[] decisions = [Make.Decision(Organisation, "c3", null, ReviewDecision.Create)];
        await Store.SaveReviewAsync(Organisation, links, decisions, None);

        await Store.SaveReviewAsync(Organisation, [links[0] with { CreatedBy = "Bob", CreatedAt = Now, Origin = LinkOrigin.Manual }], decisions, None);

        Assert.Equal(links, await Store.GetContactLinksAsync(Organisation, None));
        Assert.Equal(decisions, await Store.GetDecisionsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task SaveReview_with_one_conflict_writes_nothing()
    {
        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);

        var exception = await Assert.ThrowsAsync<LinkConflictException>(() => Store.SaveReviewAsync(
            Organisation,
            [Make.ContactLink(Organisation, "c2", "x2"), Make.ContactLink(Organisation, "c3", "x1")],
            [Make.Decision(Organisation, "c9", null, ReviewDecision.Ignore)],
            None));

        Assert.Contains("x1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("c1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("c3", exception.Message, StringComparison.Ordinal);
        Assert.Equal("c1", Assert.Single(await Store.GetContactLinksAsync(Organisation, None)).ClientId.Value);
        Assert.Empty(await Store.GetDecisionsAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task SaveReview_of_a_client_that_has_another_contact_is_refused()
    {
        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);

        var exception = await Assert.ThrowsAsync<LinkConflictException>(
            () => Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x2")], [], None));

        Assert.Contains("c1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("x1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("x2", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task SaveReview_within_one_call_refuses_two_clients_for_one_contact()
    {
        await Assert.ThrowsAsync<LinkConflictException>(() => Store.SaveReviewAsync(
            Organisation, [Make.ContactLink(Organisation, "c1", "x1"), Make.ContactLink(Organisation, "c2", "x1")], [], None));

        Assert.Empty(await Store.GetContactLinksAsync(Organisation, None));
    }

    [SkippableFact]
    public async Task SaveReview_lets_clients_share_a_contact_only_when_all_of_them_may()
    {
        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);
        await Assert.ThrowsAsync<LinkConflictException>(
            () => Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c2", "x1", isShared: true)], [], None));

        await Store.SaveReviewAsync(
            Organisation,
            [Make.ContactLink(Organisation, "c1", "x1", isShared: true), Make.ContactLink(Organisation, "c2", "x1", isShared: true)],
            [],
            None);

        Assert.Equal(["c1", "c2"], (await Store.GetContactLinksAsync(Organisation, None)).Select(link => link.ClientId.Value));
        Assert.All(await Store.GetContactLinksAsync(Organisation, None), link => Assert.True(link.IsShared));
        await Assert.ThrowsAsync<LinkConflictException>(
            () => Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None));
    }

    [SkippableFact]
    public async Task SaveReview_of_the_same_ids_in_another_organisation_is_no_conflict()
    {
        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);
        await Store.SaveReviewAsync(OtherOrganisation, [Make.ContactLink(OtherOrganisation, "c2", "x1")], [], None);

        Assert.Equal("c1", Assert.Single(await Store.GetContactLinksAsync(Organisation, None)).ClientId.Value);
        Assert.Equal("c2", Assert.Single(await Store.GetContactLinksAsync(OtherOrganisation, None)).ClientId.Value);
    }

    [SkippableFact]
    public async Task SaveReview_of_another_organisations_link_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => Store.SaveReviewAsync(Organisation, [Make.ContactLink(OtherOrganisation, "c1", "x1")], [], None));

        Assert.Empty(await Store.GetContactLinksAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task SaveReview_replaces_a_decision_about_the_same_client_or_contact()
    {
        await Store.SaveReviewAsync(
            Organisation,
            [],
            [Make.Decision(Organisation, "c1", null, ReviewDecision.Create), Make.Decision(Organisation, null, "x1", ReviewDecision.Ignore)],
            None);

        await Store.SaveReviewAsync(Organisation, [], [Make.Decision(Organisation, "c1", "x1", ReviewDecision.Ignore)], None);

        var decision = Assert.Single(await Store.GetDecisionsAsync(Organisation, None));
        Assert.Equal(Make.Decision(Organisation, "c1", "x1", ReviewDecision.Ignore), decision);
    }

    [SkippableFact]
    public async Task SaveReview_of_a_link_ends_the_decisions_about_its_client_and_contact()
    {
        await Store.SaveReviewAsync(
            Organisation,
            [],
            [
                Make.Decision(Organisation, "c1", null, ReviewDecision.Create),
                Make.Decision(Organisation, null, "x1", ReviewDecision.Ignore),
                Make.Decision(Organisation, "c2", null, ReviewDecision.Create),
            ],
            None);

        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);

        Assert.Equal("c2", Assert.Single(await Store.GetDecisionsAsync(Organisation, None)).ClientId?.Value);
    }

    [SkippableFact]
    public async Task SaveReview_of_the_last_of_several_decisions_counts()
    {
        await Store.SaveReviewAsync(
            Organisation,
            [],
            [Make.Decision(Organisation, "c1", null, ReviewDecision.Create), Make.Decision(Organisation, "c1", null, ReviewDecision.Ignore)],
            None);

        Assert.Equal(ReviewDecision.Ignore, Assert.Single(await Store.GetDecisionsAsync(Organisation, None)).Decision);
    }

    [SkippableFact]
    public async Task RemoveContactLink_answers_whether_there_was_one()
    {
        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c1", "x1")], [], None);

        Assert.False(await Store.RemoveContactLinkAsync(OtherOrganisation, new("c1"), None));
        Assert.True(await Store.RemoveContactLinkAsync(Organisation, new("c1"), None));
        Assert.False(await Store.RemoveContactLinkAsync(Organisation, new("c1"), None));
        await Store.SaveReviewAsync(Organisation, [Make.ContactLink(Organisation, "c2", "x1")], [], None);
    }

    [SkippableFact]
    public async Task SaveMappings_replaces_one_kind_and_leaves_the_others()
    {
        CodeMapping account = new(MappingKind.Account, "4000", "acc-1");
        await Store.SaveMappingsAsync(Organisation, MappingKind.Account, [account], None);
        await Store.SaveMappingsAsync(
            Organisation, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S", "OUTPUT2"), new(MappingKind.TaxRate, "s", "ZERO")], None);
        await Store.SaveMappingsAsync(Organisation, MappingKind.TaxRate, [new(MappingKind.TaxRate, "E", "EXEMPT")], None);

        Assert.Equal([account, new(MappingKind.TaxRate, "E", "EXEMPT")], await Store.GetMappingsAsync(Organisation, None));
        Assert.Empty(await Store.GetMappingsAsync(OtherOrganisation, None));
    }

    [SkippableFact]
    public async Task SaveMappings_with_a_code_twice_changes_nothing()
    {
        await Store.SaveMappingsAsync(Organisation, MappingKind.Item, [new(MappingKind.Item, "A", "1")], None);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.SaveMappingsAsync(
            Organisation, MappingKind.Item, [new(MappingKind.Item, "B", "1"), new(MappingKind.Item, "B", "2")], None));

        Assert.Equal("A", Assert.Single(await Store.GetMappingsAsync(Organisation, None)).KompassCode);
    }

    [SkippableFact]
    public async Task SaveReview_from_racing_writers_gives_a_contact_to_one_client()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Fixture.Start()).ToList();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await hosts[number % hosts.Count].Mappings.SaveReviewAsync(
                    Organisation, [Make.ContactLink(Organisation, $"c{number}", "x1")], [], None);
                return true;
            }
            catch (LinkConflictException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, won => won);
        Assert.Single(await Store.GetContactLinksAsync(Organisation, None));
    }

    private static ContactLink Unused(string client, string contact) => Make.ContactLink(Organisation, client, contact) with { RecordHash = null, SentName = null };
}
