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
