using System.Text.RegularExpressions;
using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Step 5 with help: suggestions beside what is not mapped, and warnings about what was archived since.</summary>
public sealed partial class MappingSuggestionPageTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    private EmulatorControl Xero => _site.Xero.Control;

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
    public async Task Suggestions_stand_beside_what_is_not_mapped()
    {
        var items = await _browser.GetAsync("/items");
        Assert.Contains("Suggested: DEV Development (same code)", items.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"take\" value=\"DEV\" aria-label=\"Use DEV Development for Development\"", items.Html, StringComparison.Ordinal);
        var accounts = await _browser.GetAsync("/accounts");
        Assert.Contains("Suggested: 200 Sales (same name)", accounts.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(accounts.Text, "Suggested:"));
        var rates = await _browser.GetAsync("/tax-rates");
        Assert.Contains("Suggested: 20% (VAT on Income) (20%, OUTPUT2) (same rate)", rates.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is suggested: several in Xero have the same rate. Choose one.", rates.Text, StringComparison.Ordinal);

        await SaveAsync("/items", ("map.DEV", "MISC"));
        Assert.DoesNotContain("Suggested: DEV", (await _browser.GetAsync("/items")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_in_keeps_what_was_chosen_saves_nothing_and_says_how_many()
    {
        var filled = await SaveAsync("/items", ("map.DEV", "MISC"), ("map.TRAIN", ""), ("default", "BOOK"), ("step", "fill"));
        Assert.Equal(200, filled.Status);
        Assert.Contains("1 suggestion was filled in. Nothing is saved yet", filled.Text, StringComparison.Ordinal);
        Assert.Equal(["BOOK Handbook", "MISC Sundries", "TRAIN Training"], Selected(filled));
        Assert.Single(Regex.Matches(filled.Text, "Filled in, not saved"));
        Assert.Empty(await MappingsAsync());
        Assert.Contains("nothing to fill in", (await SaveAsync("/items", ("map.DEV", "MISC"), ("map.TRAIN", "MISC"), ("step", "fill"))).Text, StringComparison.Ordinal);

        await SaveAsync("/items", ("map.DEV", "MISC Sundries"), ("map.TRAIN", "TRAIN Training"), ("default", "BOOK Handbook"));
        Assert.Equal(["DEV MISC", "TRAIN TRAIN"], await MappingsAsync());
        Assert.Equal("BOOK", (await _site.Get<IConfigurationStore>().GetAsync(_connected.Id, default))!.DefaultItemCode);
    }

    [Fact]
    public async Task Use_fills_in_one_suggestion()
    {
        var filled = await SaveAsync("/items", ("map.DEV", ""), ("map.TRAIN", ""), ("take", "TRAIN"));
        Assert.Contains("1 suggestion was filled in", filled.Text, StringComparison.Ordinal);
        Assert.Equal(["TRAIN Training"], Selected(filled));
        Assert.Contains("Suggested: DEV Development", filled.Text, StringComparison.Ordinal);
        Assert.Empty(await MappingsAsync());
    }

    [Fact]
    public async Task Account_that_was_archived_since_is_warned_about_beside_its_field_and_at_the_top_with_what_could_replace_it()
    {
        var sales = Account("200");
        await SaveAsync("/accounts", ("map.4000", sales), ("map.4010", Account("260")));
        await _site.Get<IConfigurationManager>().UpdateAsync(_connected.Id, c => c with { DefaultAccountId = sales }, default);
        Xero.EditAccount(Xero.TenantId, Guid.Parse(sales), account => account with { Status = "ARCHIVED", Name = "Sales (old)" });
        Xero.AddAccount(Xero.TenantId, "205", "Sales");
        _site.Clock.Advance(TimeSpan.FromMinutes(6));

        var page = await _browser.GetAsync("/accounts");

        Assert.Contains("2 mappings need your attention", page.Text, StringComparison.Ordinal);
        Assert.Matches($"<a href=\"/admin/xero/configurations/{_connected.Id}\">Account default</a>: 200 Sales \\(old\\) is archived in Xero", page.Html);
        Assert.Matches("<a href=\"#map-1\">4000 Sales</a>: 200 Sales \\(old\\) is archived in Xero[^<]* Suggested: 205 Sales \\(same name\\)", page.Html);
        Assert.Matches("(?s)id=\"map-1-note\">\\s*<p class=\"field-warning\">200 Sales \\(old\\) is archived in Xero\\. Documents that need it are held", page.Html);
        Assert.Contains("selected>200 Sales (old) (archived)</option>", page.Html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page.Html, "200 Sales \\(old\\) \\(archived\\)</option>"));

        // It keeps no other row from being saved, and cannot be chosen anew.
        Assert.Equal(302, (await SaveAsync("/accounts", ("map.4000", sales), ("map.4010", "270"))).Status);
        Assert.Equal(422, (await SaveAsync("/accounts", ("map.4000", sales), ("map.4010", sales))).Status);
        Assert.Equal([$"4000 {sales}", $"4010 {Account("270")}"], await MappingsAsync());

        var filled = await SaveAsync("/accounts", ("map.4000", sales), ("map.4010", "270"), ("step", "fill"));
        Assert.Equal(["205 Sales", "270 Interest Income"], Selected(filled));
        Assert.Equal(302, (await SaveAsync("/accounts", ("map.4000", "205 Sales"), ("map.4010", "270"))).Status);
        Assert.DoesNotContain("4000 Sales</a>:", (await _browser.GetAsync("/accounts")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tax-rates", MappingKind.TaxRate, "T1", "OUTPUT", "17.5% (VAT on Income) (17.5%, OUTPUT) is archived in Xero", "Suggested: 20% (VAT on Income) (20%, OUTPUT2) (same rate)")]
    [InlineData("/tax-rates", MappingKind.TaxRate, "T1", "INPUT2", "can no longer be used for sales: it applies to purchases alone", "OUTPUT2) (same rate)")]
    [InlineData("/tax-rates", MappingKind.TaxRate, "T0", "GONE", "“GONE” is no longer in Xero", "")]
    [InlineData("/items", MappingKind.Item, "DEV", "BOX", "can no longer be used for sales: its stock is tracked", "Suggested: DEV Development (same code)")]
    [InlineData("/items", MappingKind.Item, "TRAIN", "GONE", "it was deleted there, or has another code now", "Suggested: TRAIN Training (same code)")]
    [InlineData("/accounts", MappingKind.Account, "4010", "11111111-1111-1111-1111-111111111111", "The account that was chosen here is no longer in Xero", "")]
    public async Task What_can_be_used_no_more_is_warned_about(string path, MappingKind kind, string code, string key, string warning, string suggestion)
    {
        await _site.Get<IMappingStore>().SaveMappingsAsync(_connected.Connection!.OrganisationId, kind, [new(kind, code, key)], default);
        var page = await _browser.GetAsync(path);
        Assert.Contains("1 mapping needs your attention", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Text.Split(warning).Length - 1);
        Assert.Contains(suggestion, page.Text, StringComparison.Ordinal);
        Assert.Matches($"value=\"{key}\" selected", page.Html);
    }

    [Fact]
    public async Task Account_that_takes_journals_only_is_told_so()
    {
        Assert.Equal(302, (await SaveAsync("/accounts", ("map.4010", "429"))).Status);
        Assert.Contains("429 General Expenses takes journals only: an invoice line that is mapped to it is held.", (await _browser.GetAsync("/accounts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tax_rate_that_Xero_does_not_take_on_an_account_in_use_is_told()
    {
        await SaveAsync("/accounts", ("map.4010", "429"));
        Assert.DoesNotContain("does not take every tax rate", (await _browser.GetAsync("/tax-rates")).Text, StringComparison.Ordinal);
        await SaveAsync("/tax-rates", ("map.T1", "OUTPUT2"));
        foreach (var path in new[] { "/accounts", "/tax-rates" })
        {
            Assert.Matches("<strong>429 General Expenses</strong> \\(expense\\) does not take 20% \\(VAT on Income\\)\\.", (await _browser.GetAsync(path)).Html);
        }

        Assert.DoesNotContain("does not take every tax rate", (await _browser.GetAsync("/items")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_that_was_added_a_minute_ago_is_found_when_it_is_asked_for()
    {
        await _browser.GetAsync("/accounts");
        Xero.AddAccount(Xero.TenantId, "207", "Brand new");
        Xero.AddAccount(Xero.TenantId, "208", "Newer still");
        Assert.DoesNotContain("207 Brand new", (await _browser.GetAsync("/accounts")).Text, StringComparison.Ordinal);
        var read = await SaveAsync("/accounts", ("map.4000", "260"), ("step", "refresh"));
        Assert.Contains("207 Brand new", read.Text, StringComparison.Ordinal);
        Assert.Equal(["260 Other Revenue"], Selected(read));
        Assert.Empty(await MappingsAsync());

        Xero.AddAccount(Xero.TenantId, "209", "Newest");
        Assert.Equal(302, (await SaveAsync("/accounts", ("map.4000", "209"))).Status);
        Assert.Equal([$"4000 {Account("209")}"], await MappingsAsync());
    }

    [Fact]
    [Trait("Article", "5.1")]
    public async Task Items_accounts_and_tax_rates_stand_under_Xero_and_the_next_plan_uses_what_they_save()
    {
        var index = await _browser.GetAsync("/");
        foreach (var (path, title) in new[] { ("items", "Items"), ("accounts", "Accounts"), ("tax-rates", "Tax rates") })
        {
            Assert.Matches($"<a href=\"/admin/xero/{path}\"[^>]*>{title}</a>", index.Html);
        }

        Assert.Equal(302, (await SaveAsync("/items", ("map.DEV", "DEV Development"), ("default", "MISC"))).Status);
        Assert.Equal(302, (await SaveAsync("/accounts", ("map.4000", "260 Other Revenue"))).Status);
        Assert.Equal(302, (await SaveAsync("/tax-rates", ("map.T1", "20% (VAT on Income) (20%, OUTPUT2)"))).Status);

        var bayside = Xero.Books(Xero.TenantId).Contacts.Single(contact => contact.Name == "Bayside Club").Id.ToString();
        await _site.Get<IReconciler>().LinkAsync(_connected.Id, new("C-2"), new(bayside), "admin", default);
        _site.Kompass.Invoices.Add(Invoice());
        var manager = _site.Get<IConfigurationManager>();
        await manager.UpdateAsync(
            _connected.Id,
            c => c with { Modules = SyncModules.Clients | SyncModules.Invoices, DefaultAccountId = Account("200"), CutOverDate = new(2026, 1, 1) },
            default);

        var plan = await _site.Get<ISyncOrchestrator>().PlanAsync(_connected.Id, null, default);

        var lines = Assert.Single(plan.Operations.OfType<CreateDocument>()).Content.Lines;
        Assert.Equal(
            [("DEV", "260", "OUTPUT2"), ("MISC", "200", "OUTPUT2")],
            lines.Select(line => (line.ItemCode, line.AccountCode, line.TaxType)));
    }

    private static Invoice Invoice() => new()
    {
        Id = new("I-1"),
        OrganisationId = SamplePorts.North,
        ClientId = new("C-2"),
        Reference = "I-1",
        Date = new(2026, 5, 1),
        DueDate = new(2026, 6, 1),
        Currency = new("GBP"),
        Status = InvoiceStatus.Approved,
        Synchronize = true,
        Net = 200m,
        Vat = 40m,
        Allocations = [Line("DEV", "4000"), Line("TRAIN", "4010")],
    };

    private static Allocation Line(string department, string nominal) => new()
    {
        Description = "Work",
        Quantity = 1,
        UnitAmount = 100m,
        DepartmentCode = department,
        NominalCode = nominal,
        VatRateCode = "T1",
    };

    private static IEnumerable<string> Selected(Answer page) => SelectedOption().Matches(page.Html).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<option[^>]* selected>([^<]+)</option>")]
    private static partial Regex SelectedOption();

    private string Account(string code) => Xero.Books(Xero.TenantId).Accounts.Single(account => account.Code == code).Id.ToString();

    private Task<Answer> SaveAsync(string path, params (string, string)[] fields) =>
        _browser.SubmitAsync("/configurations", path, [("configuration", _connected.Id.ToString()), .. fields]);

    private async Task<IEnumerable<string>> MappingsAsync() =>
        (await _site.Get<IMappingStore>().GetMappingsAsync(_connected.Connection!.OrganisationId, default)).Select(mapping => $"{mapping.KompassCode} {mapping.RemoteKey}");
}
