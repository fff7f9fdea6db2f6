using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>Values that a lenient fake lets through.</summary>
public sealed class RefusalTests
{
    private const string RateMessage = "The currency rate must be greater than zero.";
    private readonly Xero _xero = new();

    [Theory]
    [InlineData("EUR", "0")]
    [InlineData("EUR", "-1.15")]
    [InlineData("GBP", "-1")]
    public void Put_invoice_with_a_rate_of_zero_or_less_is_refused(string currency, string rate)
    {
        _xero.Control.AddCurrency(_xero.Tenant, "EUR");
        var invoice = Xero.Invoice(_xero.Contact(), "A-1");
        invoice["CurrencyCode"] = currency;
        invoice["CurrencyRate"] = JsonNode.Parse(rate);
        _xero.PutInvoice(invoice).Refused(RateMessage);
        Assert.Empty(_xero.Books.Invoices);
    }

    [Theory]
    [InlineData("""INVOICE,"Account":{"Code":"090"},"Amount":1""", "Payment date must be specified")]
    [InlineData("""INVOICE,"Account":{"Code":"090"},"Amount":1,"Date":"" """, "Payment date must be specified")]
    [InlineData("""INVOICE,NOTE,"Account":{"Code":"090"},"Amount":1,"Date":"2026-11-21" """, "A payment must name one document")]
    [InlineData(""" "Account":{"Code":"090"},"Amount":1,"Date":"2026-11-21" """, "A payment must name one document")]
    [InlineData("""INVOICE,"Account":{"Code":"090"},"Amount":1,"Date":"2026-11-21","CurrencyRate":0""", RateMessage)]
    public void Put_payment_without_a_date_or_one_document_is_refused(string members, string message)
    {
        var contact = _xero.Contact();
        var invoice = _xero.InvoiceId(Xero.Invoice(contact, "A-1"));
        var note = _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", Xero.CreditNote(contact, "CN-1"))).Ok().First("CreditNotes")["CreditNoteID"];
        members = members.Replace("INVOICE", $$""" "Invoice":{"InvoiceID":"{{invoice}}"}""", StringComparison.Ordinal)
            .Replace("NOTE", $$""" "CreditNote":{"CreditNoteID":"{{note}}"}""", StringComparison.Ordinal);
        _xero.Put("/Payments", $$"""{"Payments":[{ {{members}} }]}""").Refused(message);
        Assert.Empty(_xero.Books.Payments);
    }

    [Theory]
    [InlineData(""" "SalesDetails":{"TaxType":"NOPE"}""", "The TaxType code NOPE does not exist")]
    [InlineData(""" "PurchaseDetails":{"TaxType":"NOPE"}""", "The TaxType code NOPE does not exist")]
    [InlineData(""" "SalesDetails":{"AccountCode":"200","TaxType":"INPUT2"}""", "The TaxType code 'INPUT2' cannot be used with account code '200'.")]
    [InlineData(""" "SalesDetails":{"UnitPrice":-0.01}""", "The unit price cannot be negative.")]
    [InlineData(""" "PurchaseDetails":{"UnitPrice":-5}""", "The unit price cannot be negative.")]
    [InlineData(""" "SalesDetails":{"UnitPrice":1.23456}""", "The unit price can have at most 4 decimals.")]
    [InlineData(""" "PurchaseDetails":{"COGSAccountCode":"310"}""", "A tracked item needs both")]
    [InlineData(""" "InventoryAssetAccountCode":"630" """, "A tracked item needs both")]
    [InlineData(""" "InventoryAssetAccountCode":"090","PurchaseDetails":{"COGSAccountCode":"310"}""", "The InventoryAssetAccountCode '090' must be an account of type INVENTORY.")]
    [InlineData(""" "InventoryAssetAccountCode":"630","PurchaseDetails":{"COGSAccountCode":"400"}""", "The COGSAccountCode '400' must be an account of type DIRECTCOSTS.")]
    [InlineData(""" "InventoryAssetAccountCode":"630","PurchaseDetails":{"COGSAccountCode":"310","AccountCode":"400"}""", "A tracked item cannot have an AccountCode")]
    public void Put_item_that_cannot_be_is_refused(string members, string message)
    {
        AddStockAccounts();
        _xero.Put("/Items?unitdp=4", $$"""{"Items":[{"Code":"I", {{members}} }]}""").Refused(message);
        Assert.Empty(_xero.Books.Items);
    }

    [Theory]
    [InlineData(""" "InventoryAssetAccountCode":"630","PurchaseDetails":{"COGSAccountCode":"310"}""", true)]
    [InlineData(""" "SalesDetails":{"UnitPrice":1.2345,"AccountCode":"200","TaxType":"OUTPUT2"}""", false)]
    public void Put_item_is_tracked_with_both_accounts_only(string members, bool isTracked)
    {
        AddStockAccounts();
        Assert.Equal(isTracked, _xero.Put("/Items", $$"""{"Code":"I", {{members}} }""").Ok().First("Items")["IsTrackedAsInventory"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"Code":"300","Name":"New","Type":"REVENUE","TaxType":"NOPE"}""", "The TaxType code NOPE does not exist")]
    [InlineData("""{"Code":"300","Name":"New","Type":"EXPENSE","TaxType":"OUTPUT2"}""", "The TaxType code 'OUTPUT2' cannot be used with account code '300'.")]
    [InlineData("""{"Code":"300","Name":"New","Type":"REVENUE","Status":"SLEEPING"}""", "The account status SLEEPING is not valid.")]
    [InlineData("""{"Code":"300","Name":"New","Type":"REVENUE","Status":"ARCHIVED"}""", "A new account cannot be archived.")]
    public void Put_account_that_cannot_be_is_refused(string body, string message)
    {
        _xero.Put("/Accounts", body).Refused(message);
        Assert.DoesNotContain(_xero.Books.Accounts, account => account.Code == "300");
    }

    [Theory]
    [InlineData("XXX", 400)]
    [InlineData("EURO", 400)]
    [InlineData("chf", 200)]
    public void Put_currency_must_exist(string code, int status)
    {
        Assert.Equal(status, _xero.Put("/Currencies", $$"""{"Code":"{{code}}"}""").Status);
        Assert.Equal(status == 200 ? ["CHF", "GBP"] : ["GBP"], _xero.Books.Currencies.Order());
    }

    [Theory]
    [InlineData(""" "DefaultCurrency":"EUR" """, "Organisation is not subscribed to currency EUR")]
    [InlineData(""" "AccountsReceivableTaxType":"NOPE" """, "The TaxType code NOPE does not exist")]
    [InlineData(""" "AccountsPayableTaxType":"NOPE" """, "The TaxType code NOPE does not exist")]
    [InlineData(""" "SalesDefaultAccountCode":"999" """, "Account code '999' is not a valid code")]
    [InlineData(""" "PurchasesDefaultAccountCode":"999" """, "Account code '999' is not a valid code")]
    [InlineData(""" "PaymentTerms":{"Sales":{"Day":45,"Type":"OFCURRENTMONTH"}}""", "The day of a payment term")]
    [InlineData(""" "PaymentTerms":{"Bills":{"Day":45,"Type":"DAYSAFTERBILLDATE"}}""", "The day of a payment term")]
    [InlineData(""" "PaymentTerms":{"Sales":{"Day":-1,"Type":"OFCURRENTMONTH"}}""", "The day of a payment term")]
    [InlineData(""" "PaymentTerms":{"Sales":{"Day":1.5,"Type":"OFCURRENTMONTH"}}""", "The day of a payment term")]
    [InlineData(""" "PaymentTerms":{"Sales":{"Type":"OFCURRENTMONTH"}}""", "The day of a payment term")]
    [InlineData(""" "PaymentTerms":{"Sales":{"Day":5}}""", "The payment term")]
    public void Put_contact_with_defaults_that_do_not_exist_is_refused(string members, string message)
    {
        _xero.Put("/Contacts", $$"""{"Contacts":[{"Name":"Acme", {{members}} }]}""").Refused(message);
        Assert.Empty(_xero.Books.Contacts);
    }

    [Fact]
    public void Put_contact_with_defaults_that_exist_is_saved()
    {
        _xero.Put("/Contacts", """
            {"Name":"Acme","DefaultCurrency":"gbp","AccountsReceivableTaxType":"OUTPUT2","SalesDefaultAccountCode":"200",
             "PaymentTerms":{"Sales":{"Day":31,"Type":"OFFOLLOWINGMONTH"},"Bills":{}}}
            """).Ok();
        var saved = Assert.Single(_xero.Books.Contacts);
        Assert.Equal(("GBP", "31 OFFOLLOWINGMONTH", null), (saved.DefaultCurrency, saved.SalesTerms, saved.BillTerms));
    }

    [Theory]
    [InlineData(""" "DiscountRate":-5""", "The discount rate must be between 0 and 100.")]
    [InlineData(""" "DiscountRate":100.5""", "The discount rate must be between 0 and 100.")]
    [InlineData(""" "DiscountAmount":-5""", "The discount amount cannot be negative.")]
    [InlineData(""" "DiscountRate":5,"DiscountAmount":5""", "A line can have a discount rate or a discount amount, not both.")]
    [InlineData(""" "Tracking":[{"Name":"Region","Option":"North"},{"Name":"region","Option":"South"}]""", "The tracking category 'Region' is used more than once on a line.")]
    public void Put_line_that_cannot_be_is_refused(string members, string message)
    {
        _xero.Control.AddTrackingCategory(_xero.Tenant, "Region", "North", "South");
        var invoice = Xero.Invoice(_xero.Contact(), "A-1");
        invoice["LineItems"] = JsonNode.Parse($$"""[{"Description":"Work","Quantity":1,"UnitAmount":100,"AccountCode":"200", {{members}} }]""");
        _xero.PutInvoice(invoice).Refused(message);
    }

    [Fact]
    public void Put_journal_line_with_the_same_tracking_category_twice_is_refused()
    {
        _xero.Control.AddTrackingCategory(_xero.Tenant, "Region", "North", "South");
        _xero.Put("/ManualJournals", """
            {"Narration":"N","JournalLines":[{"LineAmount":1,"AccountCode":"400","Tracking":[{"Name":"Region","Option":"North"},{"Name":"Region","Option":"North"}]},
             {"LineAmount":-1,"AccountCode":"835"}]}
            """).Refused("The tracking category 'Region' is used more than once on a line.");
    }

    [Fact]
    public void Post_discount_amount_replaces_the_rate_of_the_line()
    {
        var invoice = Xero.Invoice(_xero.Contact(), "A-1");
        invoice["LineItems"]![0]!["DiscountRate"] = 10;
        var saved = _xero.PutInvoice(invoice).Ok().First("Invoices");
        var line = saved["LineItems"]![0]!["LineItemID"]!.GetValue<string>();
        _xero.Post($"/Invoices/{saved["InvoiceID"]}", $$"""{"LineItems":[{"LineItemID":"{{line}}","DiscountAmount":25}]}""").Ok();
        var kept = _xero.Books.Invoices[0].Lines[0];
        Assert.Equal((null, 25m, 75m), (kept.DiscountRate, kept.DiscountAmount, kept.LineAmount));
    }

    [Theory]
    [InlineData("2026-11-22", 1)]
    [InlineData("2026-11-23", 0)]
    public void Modified_since_a_date_alone_means_its_midnight_in_utc(string header, int count)
    {
        _xero.Contact();
        Assert.Equal(count, _xero.Get("/Contacts", ("If-Modified-Since", header)).Ok().Elements("Contacts").Count);
    }

    [Theory]
    [InlineData("{{{0}}}")]
    [InlineData("({0})")]
    public void Tenant_id_in_braces_is_403(string form) =>
        Assert.Equal(403, _xero.Get("/Contacts", ("xero-tenant-id", string.Format(System.Globalization.CultureInfo.InvariantCulture, form, _xero.Tenant))).Status);

    [Fact]
    public void Tenant_id_without_hyphens_is_403() =>
        Assert.Equal(403, _xero.Get("/Contacts", ("xero-tenant-id", _xero.Tenant.ToString("N"))).Status);

    private void AddStockAccounts()
    {
        _xero.Control.AddAccount(_xero.Tenant, "630", "Stock", "INVENTORY");
        _xero.Control.AddAccount(_xero.Tenant, "310", "Cost of goods", "DIRECTCOSTS");
    }
}
