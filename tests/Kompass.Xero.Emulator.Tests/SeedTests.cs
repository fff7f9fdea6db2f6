namespace Kompass.Xero.Emulator.Tests;

public sealed class SeedTests
{
    [Fact]
    public void Empty_organisation_has_a_usable_chart_and_rates()
    {
        var books = new Xero().Books;
        Assert.Equal(("Demo Company (UK)", "GBP"), (books.Organisation.Name, books.Organisation.BaseCurrency));
        Assert.Empty(books.Contacts);
        Assert.Contains(books.Accounts, account => account is { Code: "610", SystemAccount: "DEBTORS" });
        Assert.Contains(books.TaxRates, rate => rate is { TaxType: "OUTPUT2", Rate: 20, CanApplyToRevenue: true });
    }

    [Fact]
    public void Demo_has_every_awkward_kind()
    {
        var xero = new Xero(options => options.Seed = "demo");
        var books = xero.Books;
        Assert.Contains(books.Accounts, account => account.Code is null);
        Assert.Contains(books.Accounts, account => account.Status == "ARCHIVED");
        Assert.Contains(books.Accounts, account => account.Type == "NEWTYPE");
        Assert.Contains(books.TaxRates, rate => rate.TaxType == "TAX001");
        Assert.Contains(books.TaxRates, rate => rate.Status == "ARCHIVED");
        Assert.Contains(books.Contacts, contact => contact.MergedToContactId is not null && contact.Status == "ARCHIVED");
        var loser = books.Contacts.Single(contact => contact.MergedToContactId is not null);
        Assert.Equal("Marine Systems", books.Contacts.Single(contact => contact.Id == loser.MergedToContactId).Name);
        Assert.Equal("Young Bros, Transport", books.Contacts[4].Name);
        Assert.NotNull(books.Organisation.PeriodLockDate);
    }

    [Fact]
    public void Lived_in_is_read_whole_and_every_merge_has_its_winner()
    {
        var books = new Xero(options => options.Seed = "lived-in").Books;
        Assert.True(books.Contacts.Count >= 280, $"{books.Contacts.Count}");
        Assert.Equal(books.Contacts.Count, books.Contacts.Select(contact => contact.Id).Distinct().Count());
        Assert.True(books.Accounts.Count > 20);
        Assert.True(books.Items.Count > 5);
        var ids = books.Contacts.Select(contact => contact.Id).ToHashSet();
        var merged = books.Contacts.Where(contact => contact.MergedToContactId is not null).ToList();
        Assert.NotEmpty(merged);
        Assert.All(merged, contact => Assert.Contains(contact.MergedToContactId!.Value, ids));
        Assert.Contains(books.Accounts, account => account.SystemAccount == "DEBTORS");
        Assert.Contains(books.Accounts, account => account.SystemAccount == "GST");
    }

    [Fact]
    public void Lived_in_ids_are_the_same_every_time_and_differ_between_organisations()
    {
        var first = new Xero(options => options.Seed = "lived-in");
        var second = new Xero(options => options.Seed = "lived-in");
        Assert.Equal(first.Books.Contacts.Select(contact => contact.Id), second.Books.Contacts.Select(contact => contact.Id));
        var other = first.Control.AddOrganisation("Twin", "lived-in");
        Assert.Empty(first.Control.Books(other).Contacts.Select(contact => contact.Id).Intersect(first.Books.Contacts.Select(contact => contact.Id)));
    }

    [Fact]
    public void Demo_of_New_Zealand_has_a_day_that_begins_before_the_UTC_day()
    {
        var xero = new Xero(options => options.Seed = "demo-nz");
        var organisation = xero.Books.Organisation;
        Assert.Equal(("NZD", "NZ", "NEWZEALANDSTANDARDTIME"), (organisation.BaseCurrency, organisation.CountryCode, organisation.TimeZone));
        Assert.Equal(15, xero.Books.TaxRates.Single(rate => rate.TaxType == "OUTPUT2").Rate);
        xero.Control.AdvanceClock(new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero) - xero.Control.Now);
        xero.Token = xero.Control.IssueTokens().AccessToken;
        var contact = xero.Books.Contacts[0].Id;
        var saved = xero.Put("/Invoices", $$"""{"Invoices":[{"Type":"ACCREC","Contact":{"ContactID":"{{contact}}"},"LineItems":[{"Description":"Undated","Quantity":1,"UnitAmount":25.06,"AccountCode":"200"}]}]}""").Ok();
        Assert.Equal(3.76m, saved.Elements("Invoices").Single()!["TotalTax"]!.GetValue<decimal>());
        Assert.Equal(new DateOnly(2026, 11, 23), xero.Books.Invoices.Single().Date);
    }

    [Fact]
    public void Plain_lived_in_differs_only_by_what_no_published_enumeration_knows()
    {
        var odd = new Xero(options => options.Seed = "lived-in").Books;
        var plain = new Xero(options => options.Seed = "lived-in-plain").Books;
        Assert.Equal(odd.Contacts.Select(contact => contact.Id), plain.Contacts.Select(contact => contact.Id));
        Assert.Equal(["NEWTYPE"], odd.Accounts.ExceptBy(plain.Accounts.Select(account => account.Id), account => account.Id).Select(account => account.Type));
        Assert.DoesNotContain(plain.Accounts, account => account.SystemAccount == "");
        Assert.Equal(("PREMIUM", "GMTSTANDARDTIME"), (plain.Organisation.Class, plain.Organisation.TimeZone));
        Assert.Equal(odd.Invoices.Select(invoice => (invoice.Id, invoice.Gross)), plain.Invoices.Select(invoice => (invoice.Id, invoice.Gross)));
    }

    [SkippableFact]
    public void Large_has_ten_thousand_contacts_and_fifty_thousand_documents_and_is_the_same_every_time()
    {
        UnderCi.Only("Large books take seconds to make");
        var xero = new Xero(options => options.Seed = "large");
        var books = xero.Books;
        Assert.Equal((10_000, 50_000), (books.Contacts.Count, books.Invoices.Count + books.CreditNotes.Count + books.ManualJournals.Count));
        Assert.Equal(10_000, books.Contacts.Select(contact => contact.Name.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(44_000, books.Invoices.Select(invoice => invoice.Number).Distinct().Count());
        Assert.Equal(0, books.Ledger.Sum(entry => entry.Debit - entry.Credit));
        Assert.All(books.Invoices, invoice => Assert.Equal(invoice.Gross, invoice.Lines.Sum(line => line.LineAmount + line.TaxAmount)));

        var again = new Xero(options => options.Seed = "large").Books;
        Assert.Equal(books.Contacts.Select(contact => (contact.Id, contact.Name)), again.Contacts.Select(contact => (contact.Id, contact.Name)));
        Assert.Equal(books.Invoices.Select(invoice => (invoice.Id, invoice.Gross, invoice.Date)), again.Invoices.Select(invoice => (invoice.Id, invoice.Gross, invoice.Date)));

        var page = xero.Get("/Contacts?page=10&pageSize=1000&includeArchived=true").Ok();
        Assert.Equal(books.Contacts.Skip(9_000).Select(contact => contact.Id.ToString()), page.Elements("Contacts").Select(contact => contact!["ContactID"]!.GetValue<string>()));
        Assert.Equal("INV-000008", xero.Get("/Invoices/INV-000008").Ok().Elements("Invoices").Single()!["InvoiceNumber"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("OUTPUT2", "OUTPUT")]
    [InlineData("RROUTPUT", "OUTPUT")]
    [InlineData("SRINPUT", "INPUT")]
    [InlineData("TAX001", "OUTPUT")]
    [InlineData("NONE", "NONE")]
    [InlineData("ECOUTPUTSERVICES", "ECOUTPUTSERVICES")]
    public void Tax_rates_name_a_box_of_the_return_that_exists(string taxType, string box)
    {
        var rates = new Xero(options => options.Seed = "lived-in").Get("/TaxRates").Ok().Elements("TaxRates");
        Assert.Equal(box, rates.Single(rate => rate!["TaxType"]!.GetValue<string>() == taxType)!["ReportTaxType"]!.GetValue<string>());
    }

    [Fact]
    public void List_after_a_write_is_in_the_new_order_of_change()
    {
        var xero = new Xero(options => options.Seed = "demo");
        var ids = Ids();
        xero.Control.AdvanceClock(TimeSpan.FromMinutes(1));
        xero.Post($"/Contacts/{ids[2]}", $$"""{"Contacts":[{"ContactID":"{{ids[2]}}","FirstName":"Later"}]}""").Ok();
        Assert.Equal([.. ids.Where(id => id != ids[2]), ids[2]], Ids());

        List<string> Ids() => [.. xero.Get("/Contacts?page=1").Ok().Elements("Contacts").Select(contact => contact!["ContactID"]!.GetValue<string>())];
    }

    [Fact]
    public void Seeded_data_do_not_look_recently_changed()
    {
        var xero = new Xero(options => options.Seed = "demo");
        Assert.Empty(xero.Get("/Contacts", ("If-Modified-Since", "2026-11-01T00:00:00")).Ok().Elements("Contacts"));
    }

    [Fact]
    public void Unknown_seed_is_told()
    {
        var fault = Assert.Throws<ArgumentException>(() => new XeroEmulator(new EmulatorOptions { Seed = "nonsense" }));
        Assert.Contains("'lived-in'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_again_replaces_the_data()
    {
        var xero = new Xero();
        xero.Contact();
        xero.Control.Seed(xero.Tenant, "demo");
        Assert.Equal(11, xero.Books.Contacts.Count);
        xero.Get("/Contacts").Ok();
    }

    [Theory]
    [InlineData("a,b\n1,\"x, \"\"y\"\"\"\n", "x, \"y\"")]
    [InlineData("a,b\r\n1,\"two\nlines\"\r\n", "two\nlines")]
    [InlineData("\uFEFFa,b\n1,", null)]
    public void Csv_quotes_and_line_ends_are_read(string text, string? value)
    {
        var row = Assert.Single(CsvTable.Parse(text).Rows);
        Assert.Equal(("1", value), (row["a"], row["b"]));
    }
}
