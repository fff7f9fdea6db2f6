using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Contacts, Add: a client is linked to a contact that was pasted or searched for, and seen before it is linked.</summary>
public sealed class ContactLinkPageTests : IAsyncLifetime
{
    private const string Unknown = "bd2270c3-8706-4c11-9cfb-000b551c3f51";

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    private EmulatorControl Xero => _site.Xero.Control;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        Xero.AddContact(Xero.TenantId, "Bayside Wholesale");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("Article", "3.14")]
    [Trait("Article", "3.15")]
    public async Task Save_of_a_selected_client_and_a_pasted_UUID_creates_the_link_that_the_sync_uses()
    {
        var list = await _browser.GetAsync("/contacts");
        Assert.Matches($"href=\"/admin/xero/contacts/add\\?configuration={_connected.Id}\">Add</a>", list.Html);
        var form = await _browser.GetAsync($"/contacts/add?configuration={_connected.Id}");
        Assert.Matches("<label for=\"client\">Kompass client</label>", form.Html);
        Assert.Matches("<label for=\"uuid\">Xero UUID</label>", form.Html);

        var answer = await PostAsync(("client", "C-2"), ("uuid", $" {{{Id("Bayside Club").ToUpperInvariant()}}} "), ("step", "Save"));

        Assert.Equal(302, answer.Status);
        var link = Assert.Single(await LinksAsync());
        Assert.Equal(("C-2", Id("Bayside Club"), LinkOrigin.Manual, "admin"), (link.ClientId.Value, link.RemoteContactId.Value, link.Origin, link.CreatedBy));
        Assert.Contains("Kompass client Bayside Club Ltd (C-2) is linked to the Xero contact Bayside Club", (await _browser.FollowAsync(answer)).Text, StringComparison.Ordinal);

        _site.Kompass.Clients.Add(new() { Id = new("C-9"), OrganisationId = SamplePorts.North, Name = "Quite New Ltd", Currency = new("GBP") });
        var manager = _site.Get<IConfigurationManager>();
        await manager.UpdateAsync(_connected.Id, c => c with { Modules = SyncModules.Clients, DefaultAccountId = Xero.Books(Xero.TenantId).Accounts.Single(a => a.Code == "200").Id.ToString() }, default);
        await manager.OverrideInterlockAsync(_connected.Id, "admin", "A test", default);
        var plan = await _site.Get<ISyncOrchestrator>().PlanAsync(_connected.Id, null, default);
        Assert.DoesNotContain(plan.Operations.OfType<CreateContact>(), create => create.Client == link.ClientId);
        Assert.DoesNotContain(plan.Holds, hold => hold.Record == RecordKey.Of(link.ClientId));
        Assert.Contains(plan.Operations.OfType<CreateContact>(), create => create.Client.Value == "C-9");
    }

    [Fact]
    public async Task Look_up_shows_name_status_and_balance_and_links_nothing()
    {
        var answer = await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("step", "LookUp"));
        Assert.Equal(200, answer.Status);
        Assert.Matches("<h2 id=\"found\">Bayside Club <span class=\"badge good\">Active</span>", answer.Html);
        Assert.Contains("<dt>Balance</dt>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("same name apart from Ltd", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"https://go.xero.com/organisationlogin/default.aspx?shortcode=%21Dm0Uk&redirecturl=/Contacts/View/{Id("Bayside Club")}", answer.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"C-2\" selected", answer.Html);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Enter_saves_unless_a_search_was_typed()
    {
        Assert.Equal(200, (await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("find", "Bayside"))).Status);
        Assert.Equal(200, (await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("q", "Bayside"))).Status);
        Assert.Empty(await LinksAsync());
        Assert.Equal(302, (await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("find", "Bayside"), ("found", "Bayside"))).Status);
        Assert.Single(await LinksAsync());
    }

    [Fact]
    public async Task Find_contact_before_any_was_read_says_how_they_are_read()
    {
        var answer = await PostAsync(("client", "C-2"), ("find", "Bayside"), ("step", "FindContact"));
        Assert.Contains("have not been read yet", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Compare contacts with Kompass clients (email CSV)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_contact_offers_what_is_found_with_status_balance_and_links_and_asks_Xero_nothing()
    {
        await MirrorAsync();
        await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("step", "Save"));
        var calls = Xero.Calls.Count;

        var answer = await PostAsync(("client", "C-1"), ("find", "bay"), ("step", "FindContact"));

        Assert.Equal(calls, Xero.Calls.Count);
        Assert.Matches("value=\"C-1\" selected", answer.Html);
        Assert.Matches("(?s)Bayside Club.*badge good\">Active.*>C-2</td>", answer.Html);
        Assert.Contains($"name=\"pick\" value=\"{Id("Bayside Wholesale")}\"", answer.Html, StringComparison.Ordinal);

        var picked = await PostAsync(("client", "C-1"), ("find", "bay"), ("found", "bay"), ("pick", Id("Bayside Wholesale")));
        Assert.Contains($"name=\"uuid\" value=\"{Id("Bayside Wholesale")}\"", picked.Html, StringComparison.Ordinal);
        Assert.Matches("<h2 id=\"found\">Bayside Wholesale", picked.Html);
        Assert.Contains("No contact has “Nobody” in its name", (await PostAsync(("find", "Nobody"), ("step", "FindContact"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_contact_of_a_single_one_shows_it_at_once()
    {
        await MirrorAsync();
        var answer = await PostAsync(("client", "C-1"), ("find", "Ridgeway"), ("step", "FindContact"));
        Assert.Contains($"name=\"uuid\" value=\"{Id("Ridgeway University")}\"", answer.Html, StringComparison.Ordinal);
        Assert.Matches("<h2 id=\"found\">Ridgeway University", answer.Html);
    }

    [Fact]
    public async Task Find_client_offers_those_found_and_keeps_the_chosen_one()
    {
        var answer = await PostAsync(("client", "C-1"), ("q", "zebra"), ("uuid", Unknown), ("step", "FindClient"));
        Assert.Contains("Zebra Wholesale <script>", answer.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"C-1\" selected", answer.Html);
        Assert.DoesNotContain("value=\"C-2\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Unknown}\"", answer.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"C-3\" selected", (await PostAsync(("q", "zebra"), ("step", "FindClient"))).Html);
        Assert.Contains("No client has this", (await PostAsync(("q", "nobody"), ("step", "FindClient"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_of_names_without_anything_in_common_links_only_once_it_is_confirmed_with_a_reason()
    {
        (string, string)[] pair = [("client", "C-1"), ("uuid", Id("Bayside Club")), ("step", "Save")];
        var asked = await PostAsync(pair);
        Assert.Equal(422, asked.Status);
        Assert.Contains("little in common: 'Ridgeway University' in Kompass, 'Bayside Club' in Xero", asked.Text, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"found\">Bayside Club", asked.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"confirm-error\"", asked.Html, StringComparison.Ordinal);

        var confirmed = Confirmation(asked);
        var unsaid = await PostAsync([.. pair, ("confirm", confirmed)]);
        Assert.Equal(422, unsaid.Status);
        Assert.Contains("id=\"reason-error\"", unsaid.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"confirm\" value=\"[^\"]+\" checked", unsaid.Html);
        var unticked = await PostAsync([.. pair, ("reason", "Its new name")]);
        Assert.Equal(422, unticked.Status);
        Assert.Contains("value=\"Its new name\"", unticked.Html, StringComparison.Ordinal);
        var other = await PostAsync(("client", "C-3"), ("uuid", Id("Bayside Club")), ("step", "Save"), ("confirm", confirmed), ("reason", "Its new name"));
        Assert.Equal(422, other.Status);
        Assert.Empty(await LinksAsync());

        Assert.Equal(302, (await PostAsync([.. pair, ("confirm", confirmed), ("reason", "Its new name")])).Status);
        Assert.Equal(("C-1", Id("Bayside Club")), (Assert.Single(await LinksAsync()).ClientId.Value, (await LinksAsync())[0].RemoteContactId.Value));
        Assert.Contains(await TrailAsync("C-1"), entry => entry is { Action: AuditAction.Relink, Actor: "admin", Reason: "Its new name" });
    }

    [Fact]
    public async Task Save_of_a_contact_of_another_client_names_that_client_and_shares_it_only_once_confirmed()
    {
        _site.Kompass.Clients.Add(new() { Id = new("C-4"), OrganisationId = SamplePorts.North, Name = "Bayside Club (Bar)", Currency = new("GBP") });
        await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("step", "Save"));
        (string, string)[] pair = [("client", "C-4"), ("uuid", Id("Bayside Club")), ("step", "Save"), ("reason", "One account")];

        var asked = await PostAsync(pair);
        Assert.Equal(422, asked.Status);
        Assert.Contains("is linked to client C-2 already", asked.Text, StringComparison.Ordinal);
        Assert.Single(await LinksAsync());

        Assert.Equal(302, (await PostAsync([.. pair, ("confirm", Confirmation(asked))])).Status);
        Assert.All(await LinksAsync(), link => Assert.True(link.IsShared));
        Assert.Equal(2, (await LinksAsync()).Count);
    }

    [Fact]
    public async Task Save_of_a_linked_client_takes_the_place_of_its_link_only_once_confirmed()
    {
        await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("step", "Save"));
        (string, string)[] pair = [("client", "C-2"), ("uuid", Id("Bayside Wholesale")), ("step", "Save"), ("reason", "It was the wrong one")];
        var asked = await PostAsync(pair);
        Assert.Contains("The new link takes the place of that one", asked.Text, StringComparison.Ordinal);
        Assert.Equal(Id("Bayside Club"), Assert.Single(await LinksAsync()).RemoteContactId.Value);
        await PostAsync([.. pair, ("confirm", Confirmation(asked))]);
        Assert.Equal(Id("Bayside Wholesale"), Assert.Single(await LinksAsync()).RemoteContactId.Value);
    }

    [Theory]
    [InlineData(true, "is archived in Xero. Restore it there, or link another contact.")]
    [InlineData(false, "was merged into contact")]
    public async Task Save_of_a_contact_that_cannot_be_used_is_refused_and_shows_it(bool isArchived, string reason)
    {
        var survivor = Guid.Parse(Id("Bayside Club"));
        var contact = Xero.AddContact(Xero.TenantId, "Ridgeway University Old", contact => contact with
        {
            Status = "ARCHIVED",
            MergedToContactId = isArchived ? null : survivor,
        });
        var answer = await PostAsync(("client", "C-1"), ("uuid", contact.ToString()), ("step", "Save"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"uuid-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"badge bad\">{(isArchived ? "Archived" : "Merged")}</span>", answer.Html, StringComparison.Ordinal);
        Assert.Equal(!isArchived, answer.Html.Contains($"name=\"pick\" value=\"{survivor}\"", StringComparison.Ordinal));
        Assert.DoesNotContain("name=\"confirm\"", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Save_of_a_link_that_stands_changes_nothing()
    {
        (string, string)[] pair = [("client", "C-2"), ("uuid", Id("Bayside Club")), ("step", "Save")];
        await PostAsync(pair);
        Assert.Equal(302, (await PostAsync(pair)).Status);
        Assert.Single(await TrailAsync("C-2"));
        Assert.Contains("are linked already", (await PostAsync(("client", "C-2"), ("uuid", Id("Bayside Club")), ("step", "LookUp"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Unknown, "client-error")]
    [InlineData("C-1", "K-1001", "uuid-error")]
    [InlineData("C-1", Unknown, "uuid-error")]
    [InlineData("C-77", Unknown, "client-error")]
    public async Task Save_of_what_cannot_be_linked_says_so_beside_the_field(string client, string uuid, string id)
    {
        var answer = await PostAsync(("client", client), ("uuid", uuid), ("step", "Save"));
        Assert.Equal(422, answer.Status);
        Assert.Contains($"id=\"{id}\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{uuid}\"", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Save_while_Xero_cannot_be_read_keeps_what_was_typed()
    {
        Xero.Disconnect(Xero.TenantId);
        var answer = await PostAsync(("client", "C-2"), ("uuid", Unknown), ("step", "Save"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"uuid-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"C-2\" selected", answer.Html);
    }

    [Fact]
    public async Task Names_from_Kompass_are_shown_as_text()
    {
        var page = await _browser.GetAsync($"/contacts/add?configuration={_connected.Id}");
        Assert.Contains("Zebra Wholesale &lt;script&gt;", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    private static string Confirmation(Answer answer) => System.Net.WebUtility.HtmlDecode(answer.Html.Split("name=\"confirm\" value=\"")[1].Split('"')[0]);

    private string Id(string name) => Xero.Books(Xero.TenantId).Contacts.Single(contact => contact.Name == name).Id.ToString();

    private Task<Answer> PostAsync(params (string, string)[] fields) => _browser.SubmitAsync(
        $"/contacts/add?configuration={_connected.Id}", "/contacts/add", [("configuration", _connected.Id.ToString()), .. fields]);

    private async Task MirrorAsync() => await _site.Get<IReconciler>().CompareAsync(_connected.Id, "admin", null, default);

    private async Task<IReadOnlyList<ContactLink>> LinksAsync() =>
        await _site.Get<IMappingStore>().GetContactLinksAsync(_connected.Connection!.OrganisationId, default);

    private async Task<IReadOnlyList<AuditEntry>> TrailAsync(string client) =>
        await _site.Get<IAuditTrail>().ReadAsync(new() { Record = new(RecordKind.Client, client) }, default);
}
