namespace Kompass.Xero.Emulator.Tests;

public sealed class ReferenceTests
{
    private readonly Xero _xero = new();

    [Fact]
    public void Organisation_has_its_lock_dates_only_when_set()
    {
        var before = _xero.Get("/Organisation").Ok().First("Organisations");
        Assert.Null(before["PeriodLockDate"]);
        Assert.Equal(_xero.Tenant.ToString(), before["OrganisationID"]!.GetValue<string>());
        _xero.Control.SetLockDates(_xero.Tenant, new DateOnly(2026, 3, 31), new DateOnly(2025, 3, 31));
        var after = _xero.Get("/Organisation").Ok().First("Organisations");
        Assert.Equal("/Date(1774915200000+0000)/", after["PeriodLockDate"]!.GetValue<string>());
        Assert.NotNull(after["EndOfYearLockDate"]);
    }

    [Theory]
    [InlineData(false, "NOT-ALLOWED")]
    [InlineData(true, "ALLOWED")]
    public void Actions_tell_whether_several_currencies_may_be_used(bool euro, string status)
    {
        if (euro)
        {
            _xero.Put("/Currencies", """{"Code":"EUR"}""").Ok();
        }

        var actions = _xero.Get("/Organisation/Actions").Ok().Elements("Actions");
        Assert.Equal(status, actions.Single(action => action!["Name"]!.GetValue<string>() == "UseMulticurrency")!["Status"]!.GetValue<string>());
    }

    [Fact]
    public void Accounts_list_all_with_archived_and_are_never_paged()
    {
        _xero.Control.AddAccount(_xero.Tenant, null, "Uncoded", configure: account => account with { Status = "ARCHIVED" });
        var answer = _xero.Get("/Accounts?page=1").Ok();
        Assert.Null(answer["pagination"]);
        Assert.Contains(answer.Elements("Accounts"), account => account!["Status"]!.GetValue<string>() == "ARCHIVED" && account["Code"] is null);
        Assert.Contains(answer.Elements("Accounts"), account => account!["SystemAccount"]?.GetValue<string>() == "DEBTORS");
        Assert.Contains(answer.Elements("Accounts"), account => account!["SystemAccount"]?.GetValue<string>() == "");
    }

    [Fact]
    public void Accounts_put_takes_one_and_wants_unique_names()
    {
        var answer = _xero.Put("/Accounts", """{"Accounts":[{"Code":"300","Name":"Purchases","Type":"DIRECTCOSTS"},{"Code":"301","Name":"Ignored","Type":"DIRECTCOSTS"}]}""").Ok();
        Assert.Equal("EXPENSE", Assert.Single(answer.Elements("Accounts"))!["Class"]!.GetValue<string>());
        _xero.Put("/Accounts", """{"Code":"302","Name":"purchases","Type":"EXPENSE"}""").Refused("Please enter a unique Name.");
    }

    [Fact]
    public void Accounts_archive_must_be_the_only_change()
    {
        var id = _xero.Books.Accounts.Single(account => account.Code == "260").Id;
        _xero.Post($"/Accounts/{id}", """{"Status":"ARCHIVED","Name":"Other"}""").Refused("The status of an account must be the only change");
        _xero.Post($"/Accounts/{id}", """{"Status":"ARCHIVED"}""").Ok();
        var debtors = _xero.Books.Accounts.Single(account => account.SystemAccount == "DEBTORS").Id;
        _xero.Post($"/Accounts/{debtors}", """{"Status":"ARCHIVED"}""").Refused("System accounts cannot be archived.");
    }

    [Fact]
    public void Tax_rates_ignore_modified_since()
    {
        Assert.NotEmpty(_xero.Get("/TaxRates", ("If-Modified-Since", "2030-01-01T00:00:00")).Ok().Elements("TaxRates"));
        Assert.Empty(_xero.Get("/Accounts", ("If-Modified-Since", "2030-01-01T00:00:00")).Ok().Elements("Accounts"));
    }

    [Fact]
    public void Tax_rates_put_gets_the_next_custom_code()
    {
        var rate = _xero.Put("/TaxRates", """{"TaxRates":[{"Name":"Margin","TaxComponents":[{"Name":"VAT","Rate":3.5}]}]}""").Ok().First("TaxRates");
        Assert.Equal(("TAX001", 3.5m), (rate["TaxType"]!.GetValue<string>(), rate["EffectiveRate"]!.GetValue<decimal>()));
    }

    [Fact]
    public void Items_put_duplicate_is_refused_and_post_upserts_by_code()
    {
        _xero.Put("/Items", """{"Items":[{"Code":"A","Name":"One","SalesDetails":{"UnitPrice":1.2346,"AccountCode":"200"}}]}""").Ok();
        _xero.Put("/Items", """{"Items":[{"Code":"a"}]}""").Refused("Price List Item with Code 'a' already exists");
        _xero.Post("/Items?unitdp=4", """{"Items":[{"Code":"A","SalesDetails":{"UnitPrice":1.2346}}]}""").Ok();
        var item = Assert.Single(_xero.Books.Items);
        Assert.Equal((1.2346m, "200", "One"), (item.SalesUnitPrice, item.SalesAccountCode, item.Name));
        Assert.Empty(_xero.Get("/Items/A").Ok().First("Items")["PurchaseDetails"]!.AsObject());
        Assert.Equal(204, _xero.Send("DELETE", $"/Items/{item.Id}").Status);
        Assert.Equal(404, _xero.Get("/Items/A").Status);
    }

    [Fact]
    public void Tracking_categories_are_listed_with_options()
    {
        _xero.Control.AddTrackingCategory(_xero.Tenant, "Region", "North", "South");
        var category = _xero.Get("/TrackingCategories").Ok().First("TrackingCategories");
        Assert.Equal(["North", "South"], category["Options"]!.AsArray().Select(option => option!["Name"]!.GetValue<string>()));
    }

    [Fact]
    public void Payments_are_listed_and_paged()
    {
        var id = _xero.InvoiceIdOfFirst();
        _xero.Control.PayInvoice(_xero.Tenant, id, 20, new DateOnly(2026, 11, 21));
        var payment = _xero.Get("/Payments?page=1").Ok().First("Payments");
        Assert.Equal(("ACCRECPAYMENT", 20m, id.ToString()), (payment["PaymentType"]!.GetValue<string>(), payment["Amount"]!.GetValue<decimal>(), payment["Invoice"]!["InvoiceID"]!.GetValue<string>()));
    }
}
