using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Step 5: items, accounts and tax rates.</summary>
public sealed class MappingPageTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("Article", "5.2")]
    [Trait("Article", "5.3")]
    public async Task Items_saves_mappings_and_the_default_item()
    {
        var answer = await SaveAsync("/items", ("map.DEV", "DEV"), ("map.TRAIN", ""), ("default", "MISC"));
        Assert.Equal(302, answer.Status);
        Assert.Equal([new CodeMapping(MappingKind.Item, "DEV", "DEV")], await MappingsAsync());
        Assert.Equal("MISC", (await _site.Get<IConfigurationStore>().GetAsync(_connected.Id, default))!.DefaultItemCode);
        Assert.Matches("<option selected>MISC [^<]+</option>", (await _browser.FollowAsync(answer)).Html);
    }

    [Fact]
    [Trait("Article", "5.4")]
    public async Task Accounts_offers_Xeros_accounts_and_saves_the_choice_by_id()
    {
        var page = await _browser.GetAsync("/accounts");
        Assert.Contains(">200 Sales</option>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sales of Old Products", page.Html, StringComparison.Ordinal);
        await SaveAsync("/accounts", ("map.4000", "200 Sales"));
        Assert.Equal([new CodeMapping(MappingKind.Account, "4000", Account("200"))], await MappingsAsync());
        Assert.Contains("<option selected>200 Sales</option>", (await _browser.GetAsync("/accounts")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "5.5")]
    public async Task Tax_rates_links_a_rate_to_a_tax_type()
    {
        var page = await _browser.GetAsync("/tax-rates");
        Assert.Contains("Standard (20%)", page.Text, StringComparison.Ordinal);
        Assert.Contains("20% (VAT on Income) (20%, OUTPUT2)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("VAT on Expenses", page.Text, StringComparison.Ordinal);
        await SaveAsync("/tax-rates", ("map.T1", "OUTPUT2"));
        Assert.Equal([new CodeMapping(MappingKind.TaxRate, "T1", "OUTPUT2")], await MappingsAsync());
    }

    [Fact]
    public async Task Mapping_to_what_does_not_exist_is_refused_and_keeps_what_was_chosen()
    {
        var answer = await SaveAsync("/items", ("map.DEV", "NO-SUCH-ITEM"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("Nothing was saved", answer.Text, StringComparison.Ordinal);
        Assert.Contains("DEV", answer.Text, StringComparison.Ordinal);
        Assert.Matches("value=\"NO-SUCH-ITEM\" selected", answer.Html);
        Assert.Empty(await MappingsAsync());
    }

    [Fact]
    public async Task Mapping_of_an_unknown_account_is_refused_beside_its_field()
    {
        var answer = await SaveAsync("/accounts", ("map.4000", "200 Sales"), ("map.4010", "<nowhere>"));
        Assert.Equal(422, answer.Status);
        Assert.Matches("(?s)id=\"map-2\"[^>]*aria-invalid=\"true\" aria-describedby=\"map-2-note\".*id=\"map-2-note\">\\s*<p class=\"field-error\">Xero has no account “<nowhere>”", answer.Text);
        Assert.Contains("<option selected>200 Sales</option>", answer.Html, StringComparison.Ordinal);
        Assert.Empty(await MappingsAsync());
    }

    [Fact]
    public async Task Default_item_that_is_refused_leaves_the_mappings_saved_and_says_so()
    {
        var answer = await SaveAsync("/items", ("map.DEV", "DEV"), ("default", "NO-SUCH-ITEM"));
        Assert.Equal(422, answer.Status);
        Assert.Contains("were saved, the default item was not", answer.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"default-note\"><p class=\"field-error\">No item has the code", answer.Html, StringComparison.Ordinal);
        Assert.Equal([new CodeMapping(MappingKind.Item, "DEV", "DEV")], await MappingsAsync());
    }

    [Fact]
    public async Task Row_that_the_form_does_not_hold_stays_as_it_is()
    {
        await SaveAsync("/items", ("map.DEV", "DEV"));
        await SaveAsync("/items", ("map.TRAIN", "TRAIN"));
        Assert.Equal(["DEV", "TRAIN"], (await MappingsAsync()).Select(mapping => mapping.KompassCode));
        await SaveAsync("/items", ("map.DEV", ""));
        Assert.Equal(["TRAIN"], (await MappingsAsync()).Select(mapping => mapping.KompassCode));
    }

    [Fact]
    public async Task Code_that_Kompass_lists_no_more_is_shown_and_can_be_cleared()
    {
        await _site.Get<IMappingStore>().SaveMappingsAsync(
            _connected.Connection!.OrganisationId, MappingKind.Item, [new(MappingKind.Item, "OLD", "DEV")], default);
        Assert.Contains(">No longer in Kompass</label><small>OLD</small>", (await _browser.GetAsync("/items")).Html, StringComparison.Ordinal);
        await SaveAsync("/items", ("map.TRAIN", "TRAIN"));
        Assert.Equal(2, (await MappingsAsync()).Count);
        await SaveAsync("/items", ("map.OLD", ""));
        Assert.Equal(["TRAIN"], (await MappingsAsync()).Select(mapping => mapping.KompassCode));
    }

    [Fact]
    public async Task Page_whose_read_fails_says_so_and_offers_no_form()
    {
        _site.Xero.Control.Disconnect(_site.Xero.Control.TenantId);
        var page = await _browser.GetAsync("/items");
        Assert.Equal(200, page.Status);
        Assert.Contains("could not be read", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_without_connection_says_what_to_do()
    {
        await _browser.SubmitAsync("/configurations", $"/configurations/{_connected.Id}/disconnect");
        Assert.Contains("not connected to Xero", (await _browser.GetAsync("/items")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await SaveAsync("/items", ("map.DEV", "DEV"))).Status);
    }

    private string Account(string code) => _site.Xero.Control.Books(_site.Xero.Control.TenantId).Accounts.Single(account => account.Code == code).Id.ToString();

    private Task<Answer> SaveAsync(string path, params (string, string)[] fields) =>
        _browser.SubmitAsync("/configurations", path, [("configuration", _connected.Id.ToString()), .. fields]);

    private async Task<IReadOnlyList<CodeMapping>> MappingsAsync() =>
        await _site.Get<IMappingStore>().GetMappingsAsync(_connected.Connection!.OrganisationId, default);
}
