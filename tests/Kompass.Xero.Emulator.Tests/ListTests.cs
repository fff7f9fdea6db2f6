namespace Kompass.Xero.Emulator.Tests;

public sealed class ListTests
{
    private readonly Xero _xero = new();

    private IEnumerable<string> Names(string query, params (string, string?)[] headers) =>
        _xero.Get($"/Contacts{query}", headers).Ok().Elements("Contacts").Select(contact => contact!["Name"]!.GetValue<string>());

    private static string Where(string expression) => "?where=" + Uri.EscapeDataString(expression);

    private void Add(int count)
    {
        for (var n = 1; n <= count; n++)
        {
            _xero.Clock.Advance(TimeSpan.FromSeconds(1));
            _xero.Contact($"C{n:D3}");
        }
    }

    [Theory]
    [InlineData("?page=1", 100, 100, 2)]
    [InlineData("?page=2", 20, 100, 2)]
    [InlineData("?page=3", 0, 100, 2)]
    [InlineData("?page=1&pageSize=50", 50, 50, 3)]
    [InlineData("?pageSize=5000", 120, 1000, 1)]
    [InlineData("?page=1&pageSize=0", 1, 1, 120)]
    [InlineData("?page=0", 100, 100, 2)]
    public void Get_page_is_cut_and_its_size_clamped(string query, int count, int pageSize, int pageCount)
    {
        Add(120);
        var answer = _xero.Get($"/Contacts{query}").Ok();
        Assert.Equal(count, answer.Elements("Contacts").Count);
        var pagination = answer["pagination"]!;
        Assert.Equal((pageSize, pageCount, 120), (pagination["pageSize"]!.GetValue<int>(), pagination["pageCount"]!.GetValue<int>(), pagination["itemCount"]!.GetValue<int>()));
    }

    [Fact]
    public void Get_without_page_has_no_pagination()
    {
        Add(120);
        var answer = _xero.Get("/Contacts").Ok();
        Assert.Null(answer["pagination"]);
        Assert.Equal(120, answer.Elements("Contacts").Count);
    }

    [Fact]
    public void Get_default_order_is_by_last_change()
    {
        Add(3);
        _xero.Clock.Advance(TimeSpan.FromSeconds(1));
        _xero.Control.RenameContact(_xero.Tenant, _xero.Books.Contacts[0].Id, "C999");
        Assert.Equal(["C002", "C003", "C999"], Names(""));
        Assert.Equal(["C999", "C003", "C002"], Names("?order=Name%20DESC"));
        Assert.Equal(["C002", "C003", "C999"], Names("?order=Name"));
    }

    [Theory]
    [InlineData("order=Nonsense")]
    [InlineData("order=Name%20SIDEWAYS")]
    [InlineData("where=Nonsense%3D%3D%22x%22")]
    [InlineData("where=Name%3D%3D")]
    [InlineData("where=Name%3D%3D%22a%5C%22b%22")]
    [InlineData("where=Name%3D%3D%22x%22%20AND")]
    [InlineData("where=Name%3D%3D5")]
    [InlineData("IDs=nope")]
    public void Get_unreadable_query_is_error_16(string query)
    {
        Add(1);
        var answer = _xero.Get($"/Contacts?{query}");
        Assert.Equal(400, answer.Status);
        Assert.Equal((16, "QueryParseException"), (answer["ErrorNumber"]!.GetValue<int>(), answer["Type"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("Name==\"alpha & sons\"", "Alpha & Sons")]
    [InlineData("Name==\"cafe\"", "Café")]
    [InlineData("Name==\"The \"\"Inn\"\"\"", "The \"Inn\"")]
    [InlineData("Name.Contains(\"inn\")", "The \"Inn\"")]
    [InlineData("Name.StartsWith(\"al\")", "Alpha & Sons")]
    [InlineData("EmailAddress==\"a@b.example\" AND ContactStatus==\"ACTIVE\"", "Alpha & Sons")]
    [InlineData("EmailAddress!=null", "Alpha & Sons")]
    [InlineData("Name==\"nobody\" OR (Name==\"Café\" AND EmailAddress==null)", "Café")]
    public void Get_where_filters_contacts(string expression, string name)
    {
        _xero.Control.AddContact(_xero.Tenant, "Alpha & Sons", contact => contact with { EmailAddress = "a@b.example" });
        _xero.Contact("Café");
        _xero.Contact("The \"Inn\"");
        Assert.Equal([name], Names(Where(expression)));
    }

    [Theory]
    [InlineData("Status==\"DRAFT\"", "A-2")]
    [InlineData("InvoiceNumber==\"A-1\"", "A-1")]
    [InlineData("Date>=DateTime(2026,11,21)", "A-2")]
    [InlineData("Date<DateTime(2026, 11, 21) AND Type==\"ACCREC\"", "A-1")]
    [InlineData("AmountDue>150", "A-2")]
    [InlineData("Contact.Name==\"Beta\"", "A-2")]
    public void Get_where_filters_invoices(string expression, string number)
    {
        _xero.InvoiceId(Xero.Invoice(_xero.Contact("Alpha"), "A-1"));
        var second = Xero.Invoice(_xero.Contact("Beta"), "A-2", "DRAFT", "a|1|200|200|NONE");
        second["Date"] = "2026-11-21";
        _xero.InvoiceId(second);
        Assert.Equal([number], _xero.Get("/Invoices" + Where(expression)).Ok().Elements("Invoices").Select(invoice => invoice!["InvoiceNumber"]!.GetValue<string>()));
    }

    [Fact]
    public void Get_where_contact_id_uses_guid()
    {
        var contact = _xero.Contact();
        _xero.InvoiceId(Xero.Invoice(contact, "A-1"));
        _xero.InvoiceId(Xero.Invoice(_xero.Contact("Other"), "A-2"));
        Assert.Single(_xero.Get("/Invoices" + Where($"Contact.ContactID==guid(\"{contact}\")")).Ok().Elements("Invoices"));
    }

    [Fact]
    public void Get_list_parameters_narrow_invoices()
    {
        var contact = _xero.Contact();
        var one = _xero.InvoiceId(Xero.Invoice(contact, "A-1"));
        _xero.InvoiceId(Xero.Invoice(contact, "A-2", "DRAFT"));
        _xero.InvoiceId(Xero.Invoice(_xero.Contact("Other"), "A-3"));
        _xero.Control.AddDocument(_xero.Tenant, contact, "ACCREC", "H-1", new DateOnly(2026, 1, 1), 10);
        int Count(string query) => _xero.Get($"/Invoices?{query}").Ok().Elements("Invoices").Count;
        Assert.Equal(1, Count($"IDs={one}"));
        Assert.Equal(2, Count("InvoiceNumbers=A-1,A-3"));
        Assert.Equal(3, Count($"ContactIDs={contact}"));
        Assert.Equal(1, Count("Statuses=DRAFT"));
        Assert.Equal(3, Count("createdByMyApp=true"));
        Assert.Equal(1, Count("searchTerm=h-1"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Get_modified_since_the_very_second_follows_the_switch(bool isInclusive, int count)
    {
        _xero.Emulator.Options.Switches.IfModifiedSinceIsInclusive = isInclusive;
        Add(2);
        Assert.Equal(count, Names("", ("If-Modified-Since", "2026-11-22T09:00:02")).Count());
        Assert.Single(Names("", ("If-Modified-Since", "2026-11-22T09:00:01")), "C002");
    }

    [Fact]
    public void Get_modified_since_in_rfc_1123_is_refused_unless_the_switch_allows()
    {
        Add(1);
        const string Rfc = "Sun, 22 Nov 2026 08:00:00 GMT";
        Assert.Equal(400, _xero.Get("/Contacts", ("If-Modified-Since", Rfc)).Status);
        _xero.Emulator.Options.Switches.AcceptsRfc1123Dates = true;
        Assert.Single(Names("", ("If-Modified-Since", Rfc)));
    }

    [Fact]
    public void Get_nothing_modified_is_200_or_304_by_the_switch()
    {
        Add(1);
        Assert.Equal(200, _xero.Get("/Contacts", ("If-Modified-Since", "2026-12-01T00:00:00")).Status);
        _xero.Emulator.Options.Switches.NotModifiedIs304 = true;
        Assert.Equal(304, _xero.Get("/Contacts", ("If-Modified-Since", "2026-12-01T00:00:00")).Status);
    }
}
