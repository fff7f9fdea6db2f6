namespace Kompass.Accounting.Tests;

public sealed class ContactReviewTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Rig _rig = new();
    private ReconciliationReport _report = null!;

    public async Task InitializeAsync()
    {
        _rig.Contacts.Put(
            Build.Contact("a1", "Acme Limited"),
            Build.Contact("b2", "Borealis Shipping Limited"),
            Build.Contact("c3", "Cirrus Café") with { IsCustomer = false, IsSupplier = true });
        _rig.Clients.Put(
            Build.Client("K1", "Acme Ltd"), Build.Client("K2", "Borealis Shipping"), Build.Client("K6", "Quixote Mills"), Build.Client("K7", "Solitary Weavers"));
        _report = await _rig.CompareAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task OpenAsync_before_anything_is_decided_shows_every_row_open()
    {
        var review = await OpenAsync();
        Assert.True(review.IsLatest);
        Assert.Equal(_report.Rows, review.Rows.Select(row => row.Row));
        Assert.All(review.Rows, row => Assert.Equal((ReviewState.Open, false), (row.State, row.CanTakeBack)));
        Assert.Equal(_report.Remaining, review.Open);
    }

    [Fact]
    public async Task OpenAsync_reads_a_report_once_in_a_quarter_of_an_hour_and_sees_every_decision()
    {
        await OpenAsync();
        Assert.Equal(0, _rig.Reports.Reads);
        await DecideAsync(Contact("a1"), RowChoice.Link);
        Assert.Equal(ReviewState.Linked, (await OpenAsync()).Find(Contact("a1"))!.State);
        Assert.Equal(0, _rig.Reports.Reads);

        _rig.Clock.Advance(TimeSpan.FromMinutes(30));
        await OpenAsync();
        Assert.Equal(1, _rig.Reports.Reads);
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        await OpenAsync();
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        await OpenAsync();
        Assert.Equal(1, _rig.Reports.Reads);
    }

    [Fact]
    public async Task OpenAsync_of_another_configurations_organisations_or_connections_report_answers_nothing()
    {
        foreach (var other in new[]
        {
            _report with { Id = new(Guid.NewGuid()), ConfigurationId = new(Guid.NewGuid()) },
            _report with { Id = new(Guid.NewGuid()), RemoteOrganisationId = new("other") },
            _report with { Id = new(Guid.NewGuid()), Organisations = [.. _report.Organisations, new("sold")] },
        })
        {
            await _rig.Reports.SaveAsync(other, None);
            Assert.Null(await _rig.Review.OpenAsync(_rig.Configuration.Id, other.Id, None));
            await Assert.ThrowsAsync<ConfigurationException>(
                () => _rig.Review.DecideAsync(_rig.Configuration.Id, other.Id, [new(1, RowChoice.Ignore)], "ada", None));
            await Assert.ThrowsAsync<ConfigurationException>(() => _rig.Review.TakeBackAsync(_rig.Configuration.Id, other.Id, [1], "ada", None));
        }

        Assert.Equal(0, _rig.Mappings.Reviews);
    }

    [Fact]
    public async Task DecideAsync_links_creates_and_ignores_in_the_persons_name()
    {
        var result = await _rig.Review.DecideAsync(
            _rig.Configuration.Id,
            _report.Id,
            [new(Contact("a1"), RowChoice.Link), new(Contact("b2"), RowChoice.Create), new(Contact("c3"), RowChoice.Ignore), new(Client("K6"), RowChoice.Create)],
            "eve",
            None);

        Assert.Empty(result.Refusals);
        Assert.Equal(4, result.Rows.Count);
        Assert.Equal([$"K1={Build.ContactId("a1")}"], await _rig.LinksAsync());
        Assert.Equal(["Create K2 " + Build.ContactId("b2"), "Create K6 -", $"Ignore - {Build.ContactId("c3")}"], await _rig.DecisionsAsync());
        Assert.Equal(LinkOrigin.Reconciled, result.Links[0].Origin);
        Assert.All(_rig.Mappings.Audit, entry => Assert.Equal("eve", entry.Actor));
        Assert.Equal([AuditAction.Link, AuditAction.Decide, AuditAction.Decide, AuditAction.Decide], _rig.Mappings.Audit.Select(entry => entry.Action));

        var review = await OpenAsync();
        Assert.Equal(ReviewState.Linked, review.Find(Contact("a1"))!.State);
        Assert.Equal(ReviewState.ToCreate, review.Find(Contact("b2"))!.State);
        Assert.Equal(ReviewState.Ignored, review.Find(Contact("c3"))!.State);
        Assert.Equal(ReviewState.ToCreate, review.Find(Client("K6"))!.State);
        Assert.Equal(_report.Remaining - 4, review.Open);
    }

    [Fact]
    public async Task DecideAsync_with_another_client_links_that_one_and_leaves_the_other_rows_client_taken()
    {
        var result = await DecideAsync(Contact("a1"), RowChoice.Link, "K2");

        Assert.Equal("K2", Assert.Single(result.Links).ClientId.Value);
        var review = await OpenAsync();
        Assert.Equal("K2", review.Find(Contact("a1"))!.Link!.ClientId.Value);
        var robbed = review.Find(Contact("b2"))!;
        Assert.Equal((ReviewState.Open, Build.ContactId("a1")), (robbed.State, robbed.Link!.RemoteContactId));
        var refused = await DecideAsync(Contact("b2"), RowChoice.Link);
        Assert.Contains("is linked to contact Acme Limited", Assert.Single(refused.Refusals).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAsync_refuses_one_row_and_does_the_others()
    {
        _rig.Contacts.Put(Build.Contact("a1", "Acme Limited") with { Status = ContactStatus.Archived });

        var result = await _rig.Review.DecideAsync(
            _rig.Configuration.Id, _report.Id, [new(Contact("a1"), RowChoice.Link), new(Contact("b2"), RowChoice.Link)], "ada", None);

        var refusal = Assert.Single(result.Refusals);
        Assert.Equal(Contact("a1"), refusal.Row);
        Assert.Contains("is archived", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([Contact("b2")], result.Rows);
        Assert.Equal([$"K2={Build.ContactId("b2")}"], await _rig.LinksAsync());
    }

    [Fact]
    public async Task DecideAsync_on_a_contact_that_vanished_is_refused()
    {
        _rig.Contacts.Remove(Build.ContactId("a1"));
        var result = await DecideAsync(Contact("a1"), RowChoice.Link);
        Assert.Contains("Acme Limited is not in", Assert.Single(result.Refusals).Message, StringComparison.Ordinal);
        Assert.Empty(await _rig.LinksAsync());
    }

    [Theory]
    [InlineData("K404")]
    [InlineData("elsewhere")]
    public async Task DecideAsync_on_a_client_outside_the_configurations_organisations_is_refused(string client)
    {
        _rig.Clients.Put(Build.Client("elsewhere", "Acme Ltd") with { OrganisationId = new("somebody-else") });
        var result = await DecideAsync(Contact("a1"), RowChoice.Link, client);
        Assert.Contains($"'{client}' does not exist", Assert.Single(result.Refusals).Message, StringComparison.Ordinal);
        Assert.Empty(await _rig.LinksAsync());
    }

    [Fact]
    public async Task DecideAsync_reads_from_the_ledger_only_the_contacts_that_are_to_be_linked()
    {
        var calls = _rig.Ledger.Calls.Count;
        await DecideAsync(Contact("c3"), RowChoice.Ignore);
        Assert.Equal(calls, _rig.Ledger.Calls.Count);
        await DecideAsync(Contact("a1"), RowChoice.Link);
        Assert.Equal("Contacts.Find", Assert.Single(_rig.Ledger.Calls.Skip(calls)).Name);
    }

    [Fact]
    public async Task DecideAsync_twice_changes_nothing_the_second_time()
    {
        await DecideAsync(Contact("a1"), RowChoice.Link);
        await DecideAsync(Contact("c3"), RowChoice.Ignore);
        var reviews = _rig.Mappings.Reviews;
        Assert.Empty((await DecideAsync(Contact("a1"), RowChoice.Link)).Refusals);
        Assert.Empty((await DecideAsync(Contact("c3"), RowChoice.Ignore)).Refusals);
        Assert.Equal(reviews, _rig.Mappings.Reviews);
    }

    [Fact]
    public async Task DecideAsync_on_a_row_that_does_not_exist_is_refused_as_a_whole() =>
        await Assert.ThrowsAsync<ConfigurationException>(() => DecideAsync(999, RowChoice.Ignore));

    [Fact]
    public async Task TakeBackAsync_opens_the_rows_again_and_leaves_a_trace()
    {
        await DecideAsync(Contact("a1"), RowChoice.Link);
        await DecideAsync(Contact("b2"), RowChoice.Create);
        await DecideAsync(Contact("c3"), RowChoice.Ignore);
        _rig.Mappings.Audit.Clear();

        var result = await TakeBackAsync(Contact("a1"), Contact("b2"), Contact("c3"));

        Assert.Equal((3, 0), (result.Rows.Count, result.Refusals.Count));
        Assert.Empty(await _rig.LinksAsync());
        Assert.Empty(await _rig.DecisionsAsync());
        Assert.Equal(_report.Remaining, (await OpenAsync()).Open);
        Assert.Equal([AuditAction.Unlink, AuditAction.Decide, AuditAction.Decide], _rig.Mappings.Audit.Select(entry => entry.Action));
        Assert.All(_rig.Mappings.Audit, entry => Assert.Equal("eve", entry.Actor));
    }

    [Theory]
    [InlineData("v1:1", LinkOrigin.Reconciled)]
    [InlineData(null, LinkOrigin.Created)]
    public async Task TakeBackAsync_of_a_link_that_a_sync_used_or_made_is_refused(string? hash, LinkOrigin origin)
    {
        await _rig.LinkAsync(new ContactLink
        {
            RemoteOrganisationId = _rig.Organisation,
            ClientId = new("K1"),
            RemoteContactId = Build.ContactId("a1"),
            Origin = origin,
            CreatedAt = Build.Now,
            CreatedBy = "sync",
            RecordHash = hash,
        });

        var result = await TakeBackAsync(Contact("a1"), Contact("b2"));

        Assert.Equal([Contact("a1"), Contact("b2")], result.Refusals.Select(refusal => refusal.Row));
        Assert.Contains("by a sync", result.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Contains("nothing to take back", result.Refusals[1].Message, StringComparison.Ordinal);
        Assert.Single(await _rig.LinksAsync());
    }

    [Fact]
    public async Task Half_done_review_is_where_the_next_comparison_starts()
    {
        await DecideAsync(Contact("a1"), RowChoice.Link);
        await DecideAsync(Contact("c3"), RowChoice.Ignore);
        var next = await _rig.CompareAsync();
        Assert.Equal(_report.Remaining - 2, next.Remaining);
        var review = (await _rig.Review.OpenAsync(_rig.Configuration.Id, null, None))!;
        Assert.Equal(next.Id, review.Report.Id);
        Assert.False((await _rig.Review.OpenAsync(_rig.Configuration.Id, _report.Id, None))!.IsLatest);
        Assert.Equal(next.Remaining, review.Open);
    }

    [Fact]
    public async Task ListAsync_answers_each_run_newest_first_with_what_was_open_then()
    {
        await DecideAsync(Contact("a1"), RowChoice.Link);
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        var next = await _rig.CompareAsync();

        var listed = await _rig.Review.ListAsync(_rig.Configuration.Id, None);

        Assert.Equal([next.Id, _report.Id], listed.Select(kept => kept.Header.Id));
        Assert.Equal([next.Remaining, _report.Remaining], listed.Select(kept => kept.Remaining!.Value));
        Assert.All(listed, kept => Assert.Equal((_report.Rows.Count, "ada"), (kept.Rows, kept.Header.RequestedBy)));
    }

    [Fact]
    public async Task Comparisons_older_than_90_days_go_when_a_new_one_comes_and_the_newest_ten_stay()
    {
        for (var run = 0; run < 9; run++)
        {
            _rig.Clock.Advance(TimeSpan.FromDays(1));
            await _rig.CompareAsync();
        }

        _rig.Clock.Advance(TimeSpan.FromDays(100));
        await _rig.CompareAsync();

        var listed = await _rig.Review.ListAsync(_rig.Configuration.Id, None);
        Assert.Equal(10, listed.Count);
        Assert.DoesNotContain(listed, kept => kept.Header.Id == _report.Id);
    }

    private int Contact(string id) => _report.Rows.Single(row => row.Contact?.Id == Build.ContactId(id)).Number;

    private int Client(string id) => _report.Rows.Single(row => row.Contact is null && row.Client?.Id.Value == id).Number;

    private async Task<ContactReview> OpenAsync() => (await _rig.Review.OpenAsync(_rig.Configuration.Id, _report.Id, None))!;

    private Task<ReviewResult> DecideAsync(int row, RowChoice choice, string? client = null) =>
        _rig.Review.DecideAsync(_rig.Configuration.Id, _report.Id, [new(row, choice, client is null ? null : new ClientId(client))], "ada", None);

    private Task<ReviewResult> TakeBackAsync(params int[] rows) => _rig.Review.TakeBackAsync(_rig.Configuration.Id, _report.Id, rows, "eve", None);
}
