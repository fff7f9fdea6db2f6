using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A person decides upon a comparison on its page.</summary>
public sealed class ReviewPageTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;
    private ContactReview _review = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        var books = _site.Xero.Control.Books(_site.Xero.Control.TenantId);
        var bayside = books.Contacts.Single(contact => contact.Name == "Bayside Club").Id;
        AddInvoice(bayside, "INV-0007", new(2026, 4, 1));
        AddInvoice(bayside, "INV-0042", new(2026, 5, 1));
        _connected = await _site.ConnectAsync(_browser);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        _review = await _site.CompareAsync(_browser, _connected);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("Article", "3.10")]
    [Trait("Article", "3.12")]
    public async Task Rows_show_both_names_with_what_differs_and_the_evidence()
    {
        var page = await ShowAsync("&show=high");
        Assert.Contains("Bayside Club <mark>Ltd<span class=\"quiet\"> (differs)</span></mark>", Flat(page), StringComparison.Ordinal);
        var contact = _review.RowOf("Bayside Club").Row.Contact!;
        Assert.Contains(contact.EmailAddress!, page.Text, StringComparison.Ordinal);
        Assert.Contains("Customer, owes", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{Texts.Number(_review.RowOf("Bayside Club").Row.Confidence!.Value)}% high", page.Text, StringComparison.Ordinal);
        Assert.Contains(_review.RowOf("Bayside Club").Row.Reason, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.11")]
    public async Task Rows_without_a_match_say_which_of_the_two_they_are()
    {
        var page = await ShowAsync("&show=none");
        Assert.Contains("Kompass client missing from Xero", page.Text, StringComparison.Ordinal);
        Assert.Contains("Xero contact with no corresponding Kompass client", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"Tick Ridgeway University\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_shown_open_first_by_filter_and_by_search()
    {
        await DecideAsync(("one", $"ignore:{Number("City Agency")}"));
        var all = await ShowAsync("");
        Assert.True(Place(all, "Ridgeway University") < Place(all, "City Agency") || !all.Html.Contains("Tick City Agency", StringComparison.Ordinal));
        Assert.Contains("Tick City Agency", (await ShowAsync("&show=decided")).Html, StringComparison.Ordinal);
        var found = await ShowAsync("&find=bAySide");
        Assert.Equal(1, found.Html.Split("aria-label=\"Tick ").Length - 1);
        Assert.Contains("Nothing was found here", (await ShowAsync("&find=nobody")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was found here", (await ShowAsync("&show=decided&find=bayside")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.12")]
    public async Task Link_of_one_row_shows_its_new_state_and_can_be_undone()
    {
        var answer = await DecideAsync(("one", $"link:{Number("Ridgeway University")}"), ("show", "high"));
        Assert.Equal(302, answer.Status);
        Assert.Contains("show=high", answer.Location, StringComparison.Ordinal);
        var page = await _browser.FollowAsync(answer);
        Assert.Contains("1 row is linked.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Decided just now", page.Text, StringComparison.Ordinal);
        var link = Assert.Single(await LinksAsync());
        Assert.Equal(("C-1", "admin", LinkOrigin.Reconciled), (link.ClientId.Value, link.CreatedBy, link.Origin));
        Assert.Equal(AuditAction.Link, (await TrailAsync())[0].Action);

        var undone = await DecideAsync(("one", $"back:{Number("Ridgeway University")}"));
        Assert.Contains("1 decision was taken back", (await _browser.FollowAsync(undone)).Text, StringComparison.Ordinal);
        Assert.Empty(await LinksAsync());
        Assert.Equal(AuditAction.Unlink, (await TrailAsync())[0].Action);
    }

    [Fact]
    [Trait("Article", "3.12")]
    public async Task Link_of_all_ticked_rows_links_each()
    {
        var ticked = await ShowAsync("&show=high&tick=page");
        Assert.Equal(ticked.Html.Split("aria-label=\"Tick ").Length, ticked.Html.Split(" checked aria-label=").Length);
        var answer = await DecideAsync(("action", "link"), ("row", Number("Ridgeway University")), ("row", Number("Bayside Club")));
        Assert.Contains("2 rows are linked.", (await _browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Equal(["C-1", "C-2"], (await LinksAsync()).Select(link => link.ClientId.Value).Order());
    }

    [Fact]
    public async Task Create_and_ignore_are_kept_and_the_next_comparison_starts_from_them()
    {
        await DecideAsync(("one", $"create:{Number("Zebra Wholesale <script>alert(1)</script>")}"));
        await DecideAsync(("one", $"ignore:{Number("City Agency")}"));
        var next = await _site.CompareAsync(_browser, _connected);
        Assert.Equal(_review.Open - 2, next.Open);
        Assert.Equal(ReviewState.ToCreate, next.RowOf("Zebra Wholesale <script>alert(1)</script>").State);
        Assert.Equal(ReviewState.Ignored, next.RowOf("City Agency").State);
        var decided = await ShowAsync("&show=decided");
        Assert.Contains("To be created in Xero", decided.Text, StringComparison.Ordinal);
        Assert.Contains("Undo: City Agency", decided.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.13")]
    public async Task Another_client_is_searched_for_chosen_and_linked()
    {
        var number = Number("City Agency");
        var search = await _browser.GetAsync(RowPath(number) + "&q=zebra");
        Assert.Contains("value=\"C-3\"", search.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"C-1\"", search.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", search.Html, StringComparison.OrdinalIgnoreCase);

        var nobody = await DecideAsync(("one", $"choose:{number}"), ("from", "row"), ("q", "zebra"));
        Assert.Equal(422, nobody.Status);
        Assert.Contains("id=\"choice-error\">No client is chosen", nobody.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"zebra\"", nobody.Html, StringComparison.Ordinal);

        var answer = await DecideAsync(("one", $"choose:{number}"), ("client", "C-3"), ("from", "row"), ("q", "zebra"));
        Assert.Contains("1 row is linked.", (await _browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Equal("C-3", Assert.Single(await LinksAsync()).ClientId.Value);
        Assert.Contains("(C-3)", (await ShowAsync("&show=decided")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_say_why_and_the_others_are_done()
    {
        _site.Xero.Control.ArchiveContact(_site.Xero.Control.TenantId, Guid.Parse(_review.RowOf("Bayside Club").Row.Contact!.Id.Value));
        var answer = await DecideAsync(("action", "link"), ("row", Number("Ridgeway University")), ("row", Number("Bayside Club")));
        Assert.Equal(422, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains("is archived in Xero", answer.Text, StringComparison.Ordinal);
        Assert.Contains("1 row was decided", answer.Text, StringComparison.Ordinal);
        Assert.Equal("C-1", Assert.Single(await LinksAsync()).ClientId.Value);
        Assert.Matches("value=\"\\d+\" checked aria-label=\"Tick Bayside Club\"", answer.Html);
    }

    [Theory]
    [InlineData("link", "", "No row is ticked")]
    [InlineData("", "1", "No decision was chosen")]
    [InlineData("frown", "1", "There is no such decision")]
    public async Task Nothing_chosen_says_so_and_keeps_the_ticks(string action, string row, string message)
    {
        var answer = await DecideAsync([("action", action), .. row.Length > 0 ? [("row", row)] : Array.Empty<(string, string)>()]);
        Assert.Equal(422, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.Equal(row.Length > 0, answer.Html.Contains(" checked aria-label=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_of_a_comparison_of_another_configuration_are_out_of_reach()
    {
        var other = await _site.AddConfigurationAsync(_browser, SamplePorts.South);
        foreach (var path in new[] { $"/reconciliations/{_review.Report.Id}/row?configuration={other.Id}&number=1", $"/reconciliations/{Guid.NewGuid()}/row?configuration={_connected.Id}&number=1", RowPath("999") })
        {
            Assert.Equal(404, (await _browser.GetAsync(path)).Status);
        }

        Assert.Equal(404, (await ShowAsync($"&report={Guid.NewGuid()}")).Status);
        var stranger = _review.Report with { Id = new(Guid.NewGuid()), ConfigurationId = other.Id };
        await _site.Get<IReconciliationStore>().SaveAsync(stranger, default);
        Assert.Equal(404, (await ShowAsync($"&report={stranger.Id}")).Status);
        var answer = await _browser.SubmitAsync(
            "/reconciliations", $"/reconciliations/{stranger.Id}/decide", ("configuration", _connected.Id.ToString()), ("one", $"link:{Number("Ridgeway University")}"));
        Assert.Equal(422, answer.Status);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task Evidence_shows_both_sides_and_the_newest_invoices_by_one_call()
    {
        var calls = _site.Xero.Control.AccountingCalls;
        var page = await _browser.GetAsync(RowPath(Number("Bayside Club")));
        Assert.Equal(calls + 1, _site.Xero.Control.AccountingCalls);
        Assert.Contains("Last invoices in Xero", page.Text, StringComparison.Ordinal);
        Assert.True(page.Text.IndexOf("INV-0042", StringComparison.Ordinal) < page.Text.IndexOf("INV-0007", StringComparison.Ordinal));
        Assert.Contains("2026-05-01", page.Text, StringComparison.Ordinal);
        Assert.Contains("12 Marina Road, Brighton", page.Text, StringComparison.Ordinal);
        Assert.Contains("owes 200.00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_when_Xero_does_not_answer_says_not_read()
    {
        var path = RowPath(Number("Bayside Club"));
        _site.Xero.Control.Disconnect(_site.Xero.Control.TenantId);
        var page = await _browser.GetAsync(path);
        Assert.Equal(200, page.Status);
        Assert.Contains("Not read.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bayside Club", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.4")]
    public async Task Reconciling_opens_the_interlock_before_the_sync_is_enabled()
    {
        Assert.False(_connected.IsEnabled);
        var manager = _site.Get<IConfigurationManager>();
        Assert.False((await manager.GetInterlockAsync(_connected.Id, default)).IsOpen);
        await DecideAsync([("action", "link"), .. _review.Rows.Where(row => row.Row.Band >= ConfidenceBand.Medium).Select(row => ("row", $"{row.Row.Number}"))]);
        Assert.True((await manager.GetInterlockAsync(_connected.Id, default)).IsOpen);
    }

    private void AddInvoice(Guid contact, string number, DateOnly date) => _site.Xero.Control.AddDocument(
        _site.Xero.Control.TenantId, contact, "ACCREC", number, date, 100m, document => document with { Status = "AUTHORISED" });

    private static string Flat(Answer page) => string.Join(' ', page.Html.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Place(Answer page, string title) => page.Html.IndexOf($"Tick {title}", StringComparison.Ordinal);

    private string Number(string name) => $"{_review.RowOf(name).Row.Number}";

    private string RowPath(string number) => $"/reconciliations/{_review.Report.Id}/row?configuration={_connected.Id}&number={number}";

    private Task<Answer> ShowAsync(string tail) => _browser.GetAsync($"/reconciliations?configuration={_connected.Id}{tail}");

    private Task<Answer> DecideAsync(params (string Name, string Value)[] fields) => _browser.DecideAsync(_connected, _review, fields);

    private async Task<IReadOnlyList<ContactLink>> LinksAsync() =>
        await _site.Get<IMappingStore>().GetContactLinksAsync(_connected.Connection!.OrganisationId, default);

    private Task<IReadOnlyList<AuditEntry>> TrailAsync() => _site.Get<IAuditTrail>().ReadAsync(new(), default);
}
