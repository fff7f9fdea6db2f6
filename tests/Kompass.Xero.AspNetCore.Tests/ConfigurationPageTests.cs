using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class ConfigurationPageTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("Article", "1.4")]
    [Trait("Article", "1.5")]
    [Trait("Article", "1.6")]
    [Trait("Article", "1.7")]
    public async Task Add_with_an_organisation_saves_a_configuration_that_is_not_enabled()
    {
        var added = await _site.AddConfigurationAsync(_browser);
        Assert.Equal([SamplePorts.North], added.Organisations);
        Assert.Equal("admin", added.CreatedBy);
        Assert.False(added.IsEnabled);
        Assert.Contains("North Ltd", (await _browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_without_organisation_says_so_beside_the_field_and_keeps_what_was_typed()
    {
        var answer = await _browser.SubmitAsync("/configurations/add", "/configurations/add", ("recipients", "books@kompass.example"), ("clients", "true"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"organisations-error\">Select at least one Kompass organisation.", answer.Html, StringComparison.Ordinal);
        Assert.Contains("books@kompass.example</textarea>", answer.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"clients\" value=\"true\" checked", answer.Html);
        Assert.Empty(await _site.Get<IConfigurationStore>().ListAsync(default));
    }

    [Fact]
    public async Task Add_that_is_refused_later_leaves_no_half_configuration()
    {
        var answer = await _browser.SubmitAsync("/configurations/add", "/configurations/add", ("organisation", "N"), ("enable", "true"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"enable-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await _site.Get<IConfigurationStore>().ListAsync(default));
    }

    [Fact]
    public async Task Add_of_an_organisation_that_belongs_elsewhere_is_refused_beside_the_field()
    {
        await _site.AddConfigurationAsync(_browser);
        var answer = await _browser.SubmitAsync("/configurations/add", "/configurations/add", ("organisation", "N"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"organisations-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Single(await _site.Get<IConfigurationStore>().ListAsync(default));
    }

    [Theory]
    [InlineData("not a day", "cutover-error")]
    [InlineData("2026-02-30", "cutover-error")]
    public async Task Save_with_a_wrong_date_says_so_beside_the_field(string day, string id)
    {
        var added = await _site.AddConfigurationAsync(_browser);
        var answer = await SaveAsync(added, ("organisation", "N"), ("cutover", day));
        Assert.Equal(422, answer.Status);
        Assert.Contains($"id=\"{id}\"", answer.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{day}\"", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vatfiled", "31.3.2026", "is not a date")]
    [InlineData("vatfiled", "2099-03-31", "lies in the future")]
    [InlineData("differences", "Guess", "from the list")]
    [InlineData("differences", "RoundingLine", "needs an account")]
    [InlineData("roundinglimit", "much", "is not an amount")]
    [InlineData("tolerance", "1.01", "from 0.01 to 1.00")]
    public async Task Save_of_a_document_setting_that_cannot_be_says_so_beside_a_field(string field, string typed, string message)
    {
        var added = await _site.AddConfigurationAsync(_browser);
        var answer = await SaveAsync(added, ("organisation", "N"), (field, typed));
        Assert.Equal(422, answer.Status);
        Assert.Matches($"-error\">[^<]*{message}", answer.Html);
        Assert.Equal(new DocumentSettings(), (await ReadAsync(added)).Documents);
    }

    [Fact]
    public async Task Rounding_account_is_typed_by_its_code_where_hundreds_fit()
    {
        var connected = await _site.ConnectAsync(_browser);
        foreach (var number in Enumerable.Range(0, 700))
        {
            _site.Xero.Control.AddAccount(_site.Xero.Control.TenantId, $"9{number:D4}", $"Sales account number {number}", "REVENUE", "NONE");
        }

        var page = await _browser.GetAsync($"/configurations/{connected.Id}");
        Assert.InRange(page.Html.Length, 1, 100 * 1024);
        Assert.Matches("<input type=\"text\" id=\"rounding\"", page.Html);

        Assert.Equal(302, (await SaveAsync(connected, ("organisation", "N"), ("rounding", "860"))).Status);
        var saved = (await ReadAsync(connected)).Documents.RoundingAccountId;
        Assert.True(Guid.TryParse(saved, out _));
        Assert.Contains("name=\"rounding\" value=\"860\"", (await _browser.GetAsync($"/configurations/{connected.Id}")).Html, StringComparison.Ordinal);

        var wrong = await SaveAsync(await ReadAsync(connected), ("organisation", "N"), ("rounding", "nothing"));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("name=\"rounding\" value=\"nothing\"", wrong.Html, StringComparison.Ordinal);
        Assert.Matches("-error\">[^<]*No account has the id or code", wrong.Html);
        Assert.Equal(saved, (await ReadAsync(connected)).Documents.RoundingAccountId);
    }

    [Fact]
    public async Task Save_keeps_the_document_settings_and_shows_them_again()
    {
        var connected = await _site.ConnectAsync(_browser);
        var page = await _browser.GetAsync($"/configurations/{connected.Id}");
        Assert.Contains(">860 Rounding</option>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(">610 Accounts Receivable</option>", page.Html, StringComparison.Ordinal);
        var account = System.Text.RegularExpressions.Regex.Match(page.Html, "value=\"([^\"]+)\"[^>]*>860 Rounding").Groups[1].Value;

        await SaveAsync(
            connected,
            ("organisation", "N"), ("vatfiled", "2026-03-31"), ("redate", "true"), ("differences", "RoundingLine"), ("rounding", account),
            ("roundinglimit", "0.03"), ("tolerance", "0.04"));

        var saved = (await ReadAsync(connected)).Documents;
        Assert.Equal(
            new DocumentSettings
            {
                VatFiledTo = new(2026, 3, 31),
                RedateLockedJournals = true,
                Differences = DifferencePolicy.RoundingLine,
                RoundingAccountId = account,
                RoundingLimit = 0.03m,
                TaxAmountTolerance = 0.04m,
            },
            saved);
        var again = await _browser.GetAsync($"/configurations/{connected.Id}");
        Assert.Contains("name=\"vatfiled\" value=\"2026-03-31\"", again.Html, StringComparison.Ordinal);
        Assert.Matches("name=\"redate\" value=\"true\" checked", again.Html);
        Assert.Matches("value=\"RoundingLine\" selected", again.Html);
        Assert.Matches($"value=\"{account}\" selected", again.Html);
        Assert.Contains("name=\"tolerance\" value=\"0.04\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "4.6")]
    public async Task Save_with_Invoices_but_not_Clients_is_refused_beside_the_field()
    {
        var added = await _site.AddConfigurationAsync(_browser);
        var answer = await SaveAsync(added, ("organisation", "N"), ("invoices", "true"), ("cutover", "2026-06-01"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"modules-error\"", answer.Html, StringComparison.Ordinal);
        Assert.Equal(SyncModules.None, (await ReadAsync(added)).Modules);
    }

    [Fact]
    public async Task Save_under_a_page_that_somebody_outran_keeps_both_and_asks()
    {
        var added = await _site.AddConfigurationAsync(_browser);
        await SaveAsync(added, ("organisation", "N"), ("recipients", "first@kompass.example"));
        var answer = await SaveAsync(added, ("organisation", "N"), ("recipients", "second@kompass.example"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("Somebody else saved this configuration meanwhile", answer.Text, StringComparison.Ordinal);
        Assert.Contains("second@kompass.example</textarea>", answer.Html, StringComparison.Ordinal);
        Assert.Equal(["first@kompass.example"], (await ReadAsync(added)).NotificationRecipients);
    }

    [Fact]
    public async Task Form_before_a_connection_offers_no_account_and_says_why()
    {
        var added = await _site.AddConfigurationAsync(_browser);
        var page = await _browser.GetAsync($"/configurations/{added.Id}");
        Assert.Contains("authorise first", page.Text, StringComparison.Ordinal);
        Assert.Matches("<select id=\"account\" disabled", page.Html);
    }

    [Fact]
    [Trait("Article", "4.2")]
    public async Task Form_once_connected_offers_the_accounts_that_take_sales_and_the_organisations_own_today()
    {
        var connected = await _site.ConnectAsync(_browser);
        var page = await _browser.GetAsync($"/configurations/{connected.Id}");
        Assert.Contains(">200 Sales</option>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sales of Old Products", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"cutover\" value=\"2026-06-01\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.1")]
    [Trait("Article", "3.2")]
    [Trait("Article", "3.3")]
    public async Task Enable_before_the_contacts_are_reconciled_is_refused_and_leads_to_the_reconciliations()
    {
        var connected = await _site.ConnectAsync(_browser);
        var page = await _browser.GetAsync($"/configurations/{connected.Id}");
        Assert.Contains("Stop here", page.Text, StringComparison.Ordinal);
        Assert.Contains($"/admin/xero/reconciliations?configuration={connected.Id}", page.Html, StringComparison.Ordinal);

        var answer = await SaveAsync(connected, ("organisation", "N"), ("account", Account(page, "200 Sales")), ("clients", "true"), ("enable", "true"));
        Assert.Equal(422, answer.Status);
        Assert.Matches("id=\"enable-error\">Stop here", answer.Html);
        Assert.False((await ReadAsync(connected)).IsEnabled);
    }

    [Fact]
    [Trait("Article", "4.1")]
    public async Task Enable_where_the_Xero_organisation_is_empty_needs_no_comparison()
    {
        var added = await _site.AddConfigurationAsync(_browser);
        var consent = await AdminSite.BeginAsync(_browser, added);
        await _browser.GetAsync(_site.Xero.Control.Authorize(consent, _site.Xero.Control.Organisations[1].Id).PathAndQuery);
        var connected = await ReadAsync(added);
        var page = await _browser.GetAsync($"/configurations/{added.Id}");

        var answer = await SaveAsync(connected, ("organisation", "N"), ("account", Account(page, "200 Sales")), ("clients", "true"), ("enable", "true"));

        Assert.Equal(302, answer.Status);
        Assert.True((await ReadAsync(added)).IsEnabled);
    }

    [Theory]
    [InlineData("", 1, "No action was chosen")]
    [InlineData("authorize", 0, "No configuration was selected")]
    [InlineData("disconnect", 2, "2 configurations were selected")]
    [InlineData("compare", 1, "not connected to Xero")]
    [InlineData("delete", 1, "No action was chosen")]
    public async Task Go_with_a_choice_that_cannot_be_says_so_and_keeps_it(string action, int rows, string says)
    {
        await _site.AddConfigurationAsync(_browser);
        await _site.AddConfigurationAsync(_browser, SamplePorts.South);
        var ids = (await _site.Get<IConfigurationStore>().ListAsync(default)).Take(rows).Select(configuration => ("selected", configuration.Id.ToString()));
        var answer = await _browser.SubmitAsync("/configurations", "/configurations/action", [("action", action), .. ids]);
        Assert.Equal(422, answer.Status);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.Equal(rows, answer.Html.Split("\" checked ").Length - 1);
    }

    [Fact]
    [Trait("Article", "D.5")]
    [Trait("Article", "D.6")]
    public async Task Disconnect_asks_first_then_ends_the_connection_and_keeps_the_configuration()
    {
        var connected = await _site.ConnectAsync(_browser);
        var asked = await _browser.GoAsync(connected, "disconnect");
        Assert.Equal(302, asked.Status);
        var confirmation = await _browser.FollowAsync(asked);
        Assert.Contains("Disconnect from Xero?", confirmation.Text, StringComparison.Ordinal);
        Assert.Contains("Demo Company (UK)", confirmation.Text, StringComparison.Ordinal);
        Assert.NotNull((await ReadAsync(connected)).Connection);

        var done = await _browser.SubmitAsync(asked.Location!, $"/configurations/{connected.Id}/disconnect");
        Assert.Contains("Disconnected from the Xero organisation 'Demo Company (UK)'", (await _browser.FollowAsync(done)).Text, StringComparison.Ordinal);
        Assert.Null((await ReadAsync(connected)).Connection);
        Assert.Empty(_site.Xero.Control.Connections);
    }

    [Fact]
    [Trait("Article", "D.7")]
    public async Task Authorising_again_after_disconnecting_connects_again()
    {
        var connected = await _site.ConnectAsync(_browser);
        await _browser.SubmitAsync("/configurations", $"/configurations/{connected.Id}/disconnect");
        await _browser.GetAsync(_site.Xero.Control.Authorize(await AdminSite.BeginAsync(_browser, connected)).PathAndQuery);
        Assert.NotNull((await ReadAsync(connected)).Connection);
    }

    [Theory]
    [InlineData("/configurations/00000000-0000-0000-0000-000000000001")]
    [InlineData("/configurations/00000000-0000-0000-0000-000000000001/disconnect")]
    [InlineData("/reconciliations/00000000-0000-0000-0000-000000000001/csv")]
    public async Task Pages_of_what_does_not_exist_answer_404_with_a_page(string path)
    {
        var answer = await _browser.GetAsync(path);
        Assert.Equal(404, answer.Status);
        Assert.Contains("<h1>Not here</h1>", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SyncNow_of_a_configuration_that_is_not_enabled_says_so()
    {
        var connected = await _site.ConnectAsync(_browser);
        var answer = await _browser.SubmitAsync($"/configurations/{connected.Id}", $"/configurations/{connected.Id}/sync");
        Assert.Contains("not enabled", (await _browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }

    private static string Account(Answer page, string label)
    {
        var option = page.Html.Split("<option ").First(part => part.Contains($">{label}</option>", StringComparison.Ordinal));
        return option.Split('"')[1];
    }

    private Task<Answer> SaveAsync(SyncConfiguration configuration, params (string, string)[] fields) =>
        _browser.SubmitAsync("/configurations", $"/configurations/{configuration.Id}", [("version", $"{configuration.Version}"), .. fields]);

    private async Task<SyncConfiguration> ReadAsync(SyncConfiguration configuration) =>
        (await _site.Get<IConfigurationStore>().GetAsync(configuration.Id, default))!;

    [Fact]
    public async Task Form_of_an_organisation_that_xero_does_not_answer_for_still_opens_and_says_so()
    {
        var connected = await _site.ConnectAsync(_browser);
        _site.Xero.Control.Disconnect(_site.Xero.Control.TenantId);

        var page = await _browser.GetAsync($"/configurations/{connected.Id}");

        Assert.Equal(200, page.Status);
        Assert.Contains("Whether Clients may be enabled cannot be said", page.Text, StringComparison.Ordinal);
        Assert.Contains("The accounts could not be read from Xero", page.Text, StringComparison.Ordinal);
    }
}
