using System.Globalization;
using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Contacts: the list of link records, the end of one, and its history.</summary>
public sealed class ContactPageTests : IAsyncLifetime
{
    private const string Uuid = "bd2270c3-8706-4c11-9cfb-000b551c3f51";
    private const string OtherUuid = "0a2270c3-8706-4c11-9cfb-000b551c3f52";

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    private RemoteOrganisationId Organisation => _connected.Connection!.OrganisationId;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        await _site.Get<IContactMirror>().SaveAsync(
            Organisation,
            [Contact(Uuid, "Ridgeway Uni") with { Outstanding = 1234.5m }, Contact(OtherUuid, "Bayside Club") with { Status = ContactStatus.Archived }],
            _site.Clock.GetUtcNow(),
            default);
        await LinkAsync(Link("C-1", Uuid), Link("C-2", OtherUuid), Link("GONE", "11111111-8706-4c11-9cfb-000b551c3f53"));
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task List_shows_both_sides_with_status_and_balance_and_asks_Xero_nothing()
    {
        await _browser.GetAsync("/runs");
        var calls = _site.Xero.Control.Calls.Count;
        var page = await _browser.GetAsync("/contacts");
        Assert.Equal(calls, _site.Xero.Control.Calls.Count);
        Assert.Contains("3 link records", page.Text, StringComparison.Ordinal);
        Assert.Matches("(?s)Ridgeway University<small>C-1</small>.*?Ridgeway Uni<small><code>bd2270c3.*?badge good\">Active.*?>1,234.50<", page.Html);
        Assert.Matches("(?s)Bayside Club Ltd<small>C-2</small>.*?badge bad\">Archived", page.Html);
        Assert.Contains("No longer in Kompass", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not read yet", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ridgeway univ", "C-1")]
    [InlineData("Ridgeway UNI", "C-1")]
    [InlineData("c-2", "C-2")]
    [InlineData("side club", "C-2")]
    [InlineData("{BD2270C3-8706-4C11-9CFB-000B551C3F51}", "C-1")]
    [InlineData("gone", "GONE")]
    [InlineData("11111111", "GONE")]
    [InlineData("zebra", "")]
    public async Task Search_finds_by_name_key_contact_and_UUID(string text, string client)
    {
        var page = await _browser.GetAsync($"/contacts?q={Uri.EscapeDataString(text)}");
        Assert.Equal(client.Length > 0 ? [client] : [], Listed(page));
        Assert.Equal(client.Length == 0, page.Text.Contains($"No link has “{text}” in it", StringComparison.Ordinal));
        Assert.Contains("Show all", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlink_asks_for_a_reason_and_keeps_it_in_the_trail_and_the_history()
    {
        var asked = await _browser.GetAsync($"/contacts/unlink?configuration={_connected.Id}&client=C-1");
        Assert.Contains("Ridgeway University", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Ridgeway Uni", asked.Text, StringComparison.Ordinal);

        foreach (var reason in new[] { " ", new string('x', 501) })
        {
            var refused = await UnlinkAsync("C-1", reason);
            Assert.Equal(422, refused.Status);
            Assert.Contains("id=\"reason-error\">Say why, in at most 500 characters", refused.Html, StringComparison.Ordinal);
            Assert.Contains($"value=\"{reason.Trim()}\"", refused.Html, StringComparison.Ordinal);
        }

        Assert.Equal(3, (await LinksAsync()).Count);
        var done = await UnlinkAsync("C-1", "It is <another> campus");
        Assert.Equal(302, done.Status);
        Assert.Contains("Kompass client Ridgeway University is no longer linked", (await _browser.FollowAsync(done)).Text, StringComparison.Ordinal);
        Assert.Equal(["C-2", "GONE"], (await LinksAsync()).Select(link => link.ClientId.Value).Order());
        var entry = Assert.Single(await _site.Get<IAuditTrail>().ReadAsync(new() { Record = new(RecordKind.Client, "C-1") }, default));
        Assert.Equal((AuditAction.Unlink, "admin", "It is <another> campus"), (entry.Action, entry.Actor, entry.Reason));

        var history = await HistoryAsync("C-1");
        Assert.Contains("It is <another> campus", history.Text, StringComparison.Ordinal);
        Assert.Contains("Not linked", history.Text, StringComparison.Ordinal);
        Assert.Contains("not linked, so nothing was changed", (await _browser.FollowAsync(await UnlinkAsync("C-1", "Again"))).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _browser.GetAsync($"/contacts/unlink?configuration={_connected.Id}&client=C-1")).Status);
    }

    [Fact]
    public async Task Unlink_while_a_sync_is_at_work_changes_nothing_and_says_so()
    {
        await using var lease = new Held(_site.Get<ISyncJournal>(), (await _site.Get<ISyncJournal>().TryAcquireAsync(Organisation, "another", TimeSpan.FromMinutes(1), default))!);
        var refused = await UnlinkAsync("C-1", "Wrong one");
        Assert.Equal(422, refused.Status);
        Assert.Contains("A run is at work", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Wrong one\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(3, (await LinksAsync()).Count);
    }

    [Fact]
    public async Task History_tells_decisions_and_operations_in_one_story_with_both_ids_and_the_way_into_Xero()
    {
        await JournalAsync("C-2", (OperationState.Succeeded, null), (OperationState.Failed, "The name is <taken>"), (OperationState.Unknown, null));
        _site.Clock.Advance(TimeSpan.FromHours(1));
        await _site.Get<IAuditTrail>().AppendAsync(
            [Entry("C-2", "Later decision"), Entry("C-1", "About another"), Entry("C-2", "Of another organisation") with { RemoteOrganisationId = new("another") }], default);

        var page = await HistoryAsync("C-2");

        Assert.Equal(200, page.Status);
        Assert.Contains("Bayside Club Ltd<small>C-2</small>", page.Html, StringComparison.Ordinal);
        Assert.Contains($"<code>{OtherUuid}</code>", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://go.xero.com/organisationlogin/default.aspx?shortcode=%21Dm0Uk&redirecturl=/Contacts/View/{OtherUuid}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("4 entries, newest first", page.Text, StringComparison.Ordinal);
        Assert.Matches("(?s)Later decision.*not known yet what became of it.*it did not happen.*The name is &lt;taken&gt;.*Contact updated in Xero</td>", page.Html);
        Assert.DoesNotContain("About another", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Of another organisation", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_of_an_unread_organisation_still_leads_into_Xero()
    {
        _site.Xero.Control.Disconnect(_site.Xero.Control.TenantId);
        Assert.Contains($"href=\"https://go.xero.com/Contacts/View/{OtherUuid}\"", (await HistoryAsync("C-2")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C-77")]
    [InlineData("")]
    public async Task History_of_nobody_is_not_there(string client) => Assert.Equal(404, (await HistoryAsync(client)).Status);

    [Fact]
    public async Task Clients_of_another_configuration_are_not_reached()
    {
        var other = await _site.AddConfigurationAsync(_browser, SamplePorts.South);
        foreach (var page in new[] { "history", "unlink" })
        {
            var answer = await _browser.GetAsync($"/contacts/{page}?configuration={other.Id}&client=C-1");
            Assert.Equal(422, answer.Status);
            Assert.DoesNotContain("Ridgeway", answer.Text, StringComparison.Ordinal);
        }

        var unlinked = await _browser.SubmitAsync("/configurations", "/contacts/unlink", ("configuration", other.Id.ToString()), ("client", "C-1"), ("reason", "x"));
        Assert.Equal(422, unlinked.Status);
        Assert.Equal(3, (await LinksAsync()).Count);
    }

    [Fact]
    public async Task Ten_thousand_links_are_paged_and_no_page_grows()
    {
        var contacts = Enumerable.Range(0, 10_000).Select(number => Contact(new Guid(number, 7, 7, new byte[8]).ToString(), $"Contact of a usual length {number} Limited")).ToList();
        _site.Kompass.Clients.AddRange(Enumerable.Range(0, 10_000).Select(number => new Client
        {
            Id = new($"M-{number.ToString(CultureInfo.InvariantCulture)}"),
            OrganisationId = SamplePorts.North,
            Name = $"Client of a usual length {number} Ltd",
            Currency = new("GBP"),
        }));
        await _site.Get<IContactMirror>().SaveAsync(Organisation, contacts, _site.Clock.GetUtcNow(), default);
        await LinkAsync([.. contacts.Select((contact, number) => Link($"M-{number.ToString(CultureInfo.InvariantCulture)}", contact.Id.Value))]);

        string[] pages =
        [
            "/contacts?page=100", "/contacts?page=999", "/contacts?q=usual", "/contacts?q=9999", $"/contacts/add?configuration={_connected.Id}",
            $"/contacts/add?configuration={_connected.Id}&q=Client&find=usual", $"/contacts/history?configuration={_connected.Id}&client=M-77",
        ];
        foreach (var path in pages)
        {
            var page = await _browser.GetAsync(path);
            Assert.Equal(200, page.Status);
            Assert.InRange(page.Html.Length, 1, 100_000);
        }

        Assert.Equal(50, Listed(await _browser.GetAsync("/contacts?page=100")).Count);
        Assert.Contains("so some links may be missing here", (await _browser.GetAsync("/contacts?q=usual")).Text, StringComparison.Ordinal);
        Assert.Equal(["M-9999"], Listed(await _browser.GetAsync("/contacts?q=9999")));
    }

    private static IReadOnlyList<string> Listed(Answer page) =>
        [.. page.Html.Split("<th scope=\"row\">").Skip(1).Select(row => row.Split("<small>")[1].Split('<')[0]).Order(StringComparer.Ordinal)];

    private static RemoteContact Contact(string uuid, string name) => new() { Id = new(uuid), Name = name, Status = ContactStatus.Active, UpdatedAt = DateTimeOffset.UnixEpoch };

    private ContactLink Link(string client, string uuid) => new()
    {
        RemoteOrganisationId = Organisation,
        ClientId = new(client),
        RemoteContactId = new(uuid),
        Origin = LinkOrigin.Reconciled,
        CreatedAt = _site.Clock.GetUtcNow(),
        CreatedBy = "ada",
    };

    private AuditEntry Entry(string client, string reason) => new()
    {
        At = _site.Clock.GetUtcNow(),
        Actor = "ada",
        Action = AuditAction.Retry,
        ConfigurationId = _connected.Id,
        RemoteOrganisationId = Organisation,
        Record = new(RecordKind.Client, client),
        Reason = reason,
    };

    private async Task JournalAsync(string client, params (OperationState State, string? Error)[] operations)
    {
        var journal = _site.Get<ISyncJournal>();
        await using var held = new Held(journal, (await journal.TryAcquireAsync(Organisation, "test", TimeSpan.FromMinutes(1), default))!);
        foreach (var ((state, error), number) in operations.Select((operation, number) => (operation, number)))
        {
            var operation = new Operation
            {
                Id = new(Guid.NewGuid()),
                ConfigurationId = _connected.Id,
                RemoteOrganisationId = Organisation,
                RunId = new(Guid.NewGuid()),
                Record = new(RecordKind.Client, client),
                Action = OperationAction.Update,
                NaturalKey = client,
                RecordHash = "1",
                AttemptKey = new($"key-{number}"),
                State = OperationState.Intended,
                IntendedAt = _site.Clock.GetUtcNow().AddMinutes(number),
                RemoteId = OtherUuid,
            };
            await journal.BeginAsync(held.Lease, [operation], default);
            await journal.RecordAsync(
                held.Lease,
                new() { Operations = [operation with { State = state, Error = error, SettledAt = state == OperationState.Unknown ? null : operation.IntendedAt }] },
                default);
        }
    }

    private Task<Answer> HistoryAsync(string client) => _browser.GetAsync($"/contacts/history?configuration={_connected.Id}&client={client}");

    private Task<Answer> UnlinkAsync(string client, string reason) => _browser.SubmitAsync(
        "/contacts/add", "/contacts/unlink", ("configuration", _connected.Id.ToString()), ("client", client), ("reason", reason));

    private Task LinkAsync(params ContactLink[] links) => _site.Get<IMappingStore>().SaveReviewAsync(Organisation, links, [], default);

    private async Task<IReadOnlyList<ContactLink>> LinksAsync() => await _site.Get<IMappingStore>().GetContactLinksAsync(Organisation, default);

    private sealed class Held(ISyncJournal journal, Lease lease) : IAsyncDisposable
    {
        public Lease Lease => lease;

        public async ValueTask DisposeAsync() => await journal.ReleaseAsync(lease, default);
    }
}
