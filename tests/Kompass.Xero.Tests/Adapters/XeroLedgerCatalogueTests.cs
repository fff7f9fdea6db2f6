using Kompass.Accounting;

namespace Kompass.Xero.Tests;

public sealed class XeroLedgerCatalogueTests
{
    [Fact]
    public async Task GetOrganisationAsync_lock_dates_currency_and_zone()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.SetLockDates(bench.Tenant, new DateOnly(2026, 10, 31), new DateOnly(2026, 3, 31));

        var organisation = await bench.RunAsync(bench.Catalogue.GetOrganisationAsync(bench.Connection, default));

        Assert.Equal(bench.Connection.OrganisationId, organisation.Id);
        Assert.Equal("Demo Company (UK)", organisation.Name);
        Assert.Equal(new CurrencyCode("GBP"), organisation.BaseCurrency);
        Assert.Equal(new DateOnly(2026, 10, 31), organisation.PeriodLockDate);
        Assert.Equal(new DateOnly(2026, 3, 31), organisation.EndOfYearLockDate);
        Assert.Equal(new DateOnly(2026, 10, 31), organisation.LockedUntil);
        Assert.True(organisation.TimeZone.SupportsDaylightSavingTime);
    }

    [Fact]
    public async Task GetAccountsAsync_what_sales_and_journals_may_use()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.AddAccount(bench.Tenant, "999", "Archived", "REVENUE", "REVENUE", configure: a => a with { Status = "ARCHIVED" });

        var accounts = (await bench.RunAsync(bench.Catalogue.GetAccountsAsync(bench.Connection, default))).ToDictionary(a => a.Code!);

        Assert.True(accounts["200"] is { AcceptsSales: true, AcceptsJournals: true, Class: AccountClass.Revenue, TaxType: "OUTPUT2" });
        Assert.True(accounts["835"] is { AcceptsSales: false, AcceptsJournals: true, Class: AccountClass.Liability });
        Assert.True(accounts["090"] is { AcceptsSales: false, AcceptsJournals: false });
        Assert.True(accounts["610"] is { AcceptsJournals: false, SystemAccount: "DEBTORS" });
        Assert.True(accounts["800"] is { AcceptsJournals: false });
        Assert.True(accounts["960"] is { AcceptsJournals: false });
        Assert.True(accounts["999"] is { IsActive: false, AcceptsSales: false, AcceptsJournals: false });
    }

    [Fact]
    public async Task GetTaxRatesAsync_percent_and_classes()
    {
        using var bench = await EmulatorBench.ConnectedAsync();

        var rates = (await bench.RunAsync(bench.Catalogue.GetTaxRatesAsync(bench.Connection, default))).ToDictionary(t => t.TaxType);

        Assert.Equal(20m, rates["OUTPUT2"].Percent);
        Assert.Contains(AccountClass.Revenue, rates["OUTPUT2"].AppliesTo);
        Assert.DoesNotContain(AccountClass.Expense, rates["OUTPUT2"].AppliesTo);
        Assert.True(rates["NONE"].IsActive);
    }

    [Fact]
    public async Task GetItemsAsync_and_currencies_take_one_call_each()
    {
        using var bench = await EmulatorBench.ConnectedAsync();
        bench.Control.AddItem(bench.Tenant, "CONS", "Consulting", "200", "OUTPUT2");
        bench.Control.AddItem(bench.Tenant, "BARE", "Bare");
        bench.Control.AddCurrency(bench.Tenant, "EUR");

        var items = (await bench.RunAsync(bench.Catalogue.GetItemsAsync(bench.Connection, default))).ToDictionary(i => i.Code);
        var currencies = await bench.RunAsync(bench.Catalogue.GetCurrenciesAsync(bench.Connection, default));

        Assert.True(items["CONS"] is { SalesAccountCode: "200", SalesTaxType: "OUTPUT2", IsSold: true, IsTracked: false });
        Assert.True(items["BARE"] is { SalesAccountCode: null });
        Assert.Equal([new CurrencyCode("EUR"), new("GBP")], currencies.OrderBy(c => c.Value));
        Assert.Equal(2, bench.Control.AccountingCalls);
    }

    [Fact]
    public async Task GetAccountsAsync_values_of_tomorrow_cost_nothing()
    {
        using var bench = new Bench();
        bench.Stub.ThenJson(
            """{"Accounts":[{"AccountID":"3ff6d40c-af9a-40a3-89ce-3c1556a25591","Name":"X","Type":"NEWTYPE","Class":"FUTURE","Status":"ACTIVE","SystemAccount":""},{"Name":"no id"}]}""");

        var account = Assert.Single(await bench.Get<ILedgerCatalogue>().GetAccountsAsync(bench.Connection, default));

        Assert.True(account is { Class: AccountClass.Other, Type: "NEWTYPE", SystemAccount: null, AcceptsSales: false, Code: null });
    }

    [Theory]
    [InlineData("NEWZEALANDSTANDARDTIME", 13)]
    [InlineData("GMTSTANDARDTIME", 0)]
    [InlineData("AUSEASTERNSTANDARDTIME", 11)]
    [InlineData("MOONSTANDARDTIME", 0)]
    [InlineData(null, 0)]
    public void Find_zone_by_xeros_name(string? name, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), XeroTimeZones.Find(name).GetUtcOffset(Clock.Start));
}
