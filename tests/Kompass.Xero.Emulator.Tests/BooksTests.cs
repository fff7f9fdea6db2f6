namespace Kompass.Xero.Emulator.Tests;

public sealed class BooksTests
{
    private readonly Xero _xero = new();
    private readonly Guid _contact;

    public BooksTests() => _contact = _xero.Contact();

    [Fact]
    public void Ledger_invoice_debits_the_debtor_and_credits_revenue_and_vat_by_line()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|100|200|OUTPUT2", "b|1|50|260|RROUTPUT", "c|1|-10|200|ZERORATEDOUTPUT"));
        var ledger = _xero.Books.Ledger;
        Assert.Equal(
            [
                ("610", "", 162.5m, 0m), ("200", "OUTPUT2", 0m, 100m), ("820", "OUTPUT2", 0m, 20m), ("260", "RROUTPUT", 0m, 50m),
                ("820", "RROUTPUT", 0m, 2.5m), ("200", "ZERORATEDOUTPUT", 10m, 0m),
            ],
            ledger.Select(entry => (entry.AccountCode, entry.TaxType, entry.Debit, entry.Credit)));
        Assert.All(ledger, entry => Assert.Equal((DocumentKind.Invoice, id, _contact), (entry.DocumentKind, entry.DocumentId, entry.ContactId!.Value)));
        Assert.Equal(0, ledger.Sum(entry => entry.Debit - entry.Credit));
    }

    [Fact]
    public void Ledger_credit_note_is_the_mirror_of_its_invoice()
    {
        string[] lines = ["a|3|33.335|200|OUTPUT2", "b|1|0.01|260|RROUTPUT"];
        _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", lines));
        _xero.Put("/CreditNotes?unitdp=4", Xero.Envelope("CreditNotes", Xero.CreditNote(_contact, "C-1", "AUTHORISED", lines))).Ok();
        foreach (var account in (string[])["610", "200", "260", "820"])
        {
            Assert.Equal(0, _xero.Books.Balance(account));
        }

        Assert.Equal(_xero.Books.Ledger.Count(entry => entry.DocumentKind == DocumentKind.Invoice), _xero.Books.Ledger.Count(entry => entry.DocumentKind == DocumentKind.CreditNote));
    }

    [Fact]
    public void Ledger_inclusive_line_is_split()
    {
        var invoice = Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|120|200|OUTPUT2");
        invoice["LineAmountTypes"] = "Inclusive";
        _xero.InvoiceId(invoice);
        Assert.Equal((120m, -100m, -20m), (_xero.Books.Balance("610"), _xero.Books.Balance("200"), _xero.Books.Balance("820")));
    }

    [Fact]
    public void Ledger_bill_credits_the_supplier()
    {
        var bill = Xero.Invoice(_contact, "S-1", "AUTHORISED", "a|1|100|400|INPUT2");
        bill["Type"] = "ACCPAY";
        _xero.InvoiceId(bill);
        Assert.Equal((-120m, 100m, 20m), (_xero.Books.Balance("800"), _xero.Books.Balance("400"), _xero.Books.Balance("820")));
    }

    [Theory]
    [InlineData("DRAFT", null)]
    [InlineData("SUBMITTED", null)]
    [InlineData("AUTHORISED", "VOIDED")]
    [InlineData("DRAFT", "DELETED")]
    public void Ledger_of_what_is_not_approved_is_empty(string status, string? then)
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", status));
        if (then is not null)
        {
            _xero.Post($"/Invoices/{id}", $$"""{"Status":"{{then}}"}""").Ok();
        }

        Assert.Empty(_xero.Books.Ledger);
    }

    [Fact]
    public void Books_snapshot_does_not_change_afterwards()
    {
        var before = _xero.Books;
        _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        Assert.Empty(before.Invoices);
        Assert.Empty(before.Ledger);
        Assert.Single(_xero.Books.Invoices);
    }

    [Fact]
    public void Calls_are_logged_and_accounting_ones_counted()
    {
        _xero.Get("/Contacts?page=1").Ok();
        _xero.Send("GET", "/connections");
        Assert.Equal(1, _xero.Control.AccountingCalls);
        var call = _xero.Control.Calls[0];
        Assert.Equal((Xero.Start, "GET", "/api.xro/2.0/Contacts", "?page=1", 200, 0), (call.At, call.Method, call.Path, call.Query, call.Status, call.Elements));
        Assert.Equal(_xero.Tenant, call.TenantId);
        _xero.Control.ClearCalls();
        Assert.Empty(_xero.Control.Calls);
    }

    [Fact]
    public void Edit_by_a_person_bumps_the_invoice()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Clock.Advance(TimeSpan.FromMinutes(3));
        _xero.Control.EditInvoice(_xero.Tenant, id, invoice => invoice with { Reference = "by hand" });
        var edited = _xero.Books.Invoices.Single();
        Assert.Equal(("by hand", Xero.Start.AddMinutes(3), 120m), (edited.Reference, edited.UpdatedDateUtc, edited.Gross));
    }

    [Fact]
    public void Pay_more_than_is_due_throws()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        Assert.Throws<InvalidOperationException>(() => _xero.Control.PayInvoice(_xero.Tenant, id, 121, new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public void Clock_advanced_by_control_ages_tokens()
    {
        _xero.Control.AdvanceClock(TimeSpan.FromMinutes(31));
        Assert.Equal(401, _xero.Get("/Contacts").Status);
        Assert.Equal(Xero.Start.AddMinutes(31), _xero.Control.Now);
    }

    [Fact]
    public void Unknown_ids_are_told_what_to_do()
    {
        var stranger = Guid.Parse("66666666-6666-4666-8666-666666666666");
        Assert.Contains("Control.Organisations", Assert.Throws<ArgumentException>(() => _xero.Control.Books(stranger)).Message, StringComparison.Ordinal);
        Assert.Contains("Books(tenant).Contacts", Assert.Throws<ArgumentException>(() => _xero.Control.ArchiveContact(_xero.Tenant, stranger)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void History_notes_are_added_and_listed()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Put($"/Invoices/{id}/History", """{"HistoryRecords":[{"Details":"From Kompass 17"}]}""").Ok();
        Assert.Equal("From Kompass 17", _xero.Get($"/Invoices/{id}/History").Ok().First("HistoryRecords")["Details"]!.GetValue<string>());
        Assert.Equal(id, _xero.Books.History.Single().RecordId);
        Assert.Equal(404, _xero.Get("/Invoices/66666666-6666-4666-8666-666666666666/History").Status);
        Assert.Equal(400, _xero.Put($"/Invoices/{id}/History", $$"""{"HistoryRecords":[{"Details":"{{new string('x', 2501)}}"}]}""").Status);
    }

    [Fact]
    public void Page_shows_the_books_and_encodes_names()
    {
        _xero.Contact("<script>");
        _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var page = _xero.Emulator.Handle(new EmulatedRequest("GET", new Uri("http://localhost/")));
        Assert.Equal(200, page.Status);
        Assert.Contains("A-1", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_the_same_in_every_run_of_the_same_history()
    {
        Guid Run() => new Xero().InvoiceIdOfFirst();
        Assert.Equal(Run(), Run());
    }
}
