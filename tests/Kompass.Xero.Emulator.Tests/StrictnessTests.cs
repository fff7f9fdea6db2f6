using System.Globalization;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

/// <summary>Rules that a lenient fake has not, one test each; switches both ways.</summary>
public sealed class StrictnessTests
{
    private readonly Xero _xero = new();

    private EmulatorSwitches Switches => _xero.Emulator.Options.Switches;

    private static JsonObject With(JsonObject node, string name, JsonNode? value)
    {
        node[name] = value;
        return node;
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Put_approved_without_due_date_follows_the_switch(bool isRequired, int status)
    {
        Switches.DueDateIsRequired = isRequired;
        var invoice = Xero.Invoice(_xero.Contact(), "A-1");
        invoice.Remove("DueDate");
        Assert.Equal(status, _xero.PutInvoice(invoice).Status);
    }

    [Fact]
    public void Put_approved_without_due_date_takes_the_contacts_terms()
    {
        var contact = _xero.Contact();
        _xero.Post($"/Contacts/{contact}", """{"PaymentTerms":{"Sales":{"Day":7,"Type":"DAYSAFTERBILLDATE"}}}""").Ok();
        var invoice = Xero.Invoice(contact, "A-1");
        invoice.Remove("DueDate");
        Assert.Equal("2026-11-27T00:00:00", _xero.PutInvoice(invoice).Ok().First("Invoices")["DueDateString"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("1.15", 0)]
    [InlineData("0.87", 0)]
    [InlineData("115", 1)]
    [InlineData("0.01", 1)]
    public void Put_implausible_rate_warns_and_is_saved(string rate, int warnings)
    {
        _xero.Control.AddCurrency(_xero.Tenant, "EUR");
        var invoice = With(With(Xero.Invoice(_xero.Contact(), "A-1"), "CurrencyCode", "EUR"), "CurrencyRate", JsonNode.Parse(rate));
        var answer = _xero.PutInvoice(invoice).Ok();
        Assert.Equal(warnings, answer.Warnings.Count);
        Assert.Equal(warnings == 0 ? "OK" : "WARNING", answer.First("Invoices")["StatusAttributeString"]!.GetValue<string>());
    }

    [Fact]
    public void Approval_beyond_the_plan_or_the_role_is_refused_and_drafts_are_not()
    {
        var contact = _xero.Contact();
        _xero.Control.EditOrganisation(_xero.Tenant, facts => facts with { ApprovalsPerMonth = 1 });
        _xero.PutInvoice(Xero.Invoice(contact, "A-1")).Ok();
        _xero.PutInvoice(Xero.Invoice(contact, "A-2")).Refused("The plan of this organisation allows 1");
        var draft = _xero.InvoiceId(Xero.Invoice(contact, "A-3", "DRAFT"));
        _xero.Post($"/Invoices/{draft}", """{"Status":"AUTHORISED"}""").Refused("The plan");
        _xero.Clock.Advance(TimeSpan.FromDays(10));
        _xero.Token = _xero.Control.IssueTokens().AccessToken;
        _xero.Post($"/Invoices/{draft}", """{"Status":"AUTHORISED"}""").Ok();
        _xero.Control.EditOrganisation(_xero.Tenant, facts => facts with { ApprovalsPerMonth = null, DeniedActions = ["CreateApprovedInvoice"] });
        _xero.PutInvoice(Xero.Invoice(contact, "A-4")).Refused("You do not have permission");
        Assert.Contains(_xero.Get("/Organisation/Actions").Elements("Actions"), action =>
            action!["Name"]!.GetValue<string>() == "CreateApprovedInvoice" && action["Status"]!.GetValue<string>() == "NOT-ALLOWED");
    }

    [Fact]
    public void Email_goes_out_once_everything_is_there()
    {
        var contact = _xero.Contact();
        var id = _xero.InvoiceId(Xero.Invoice(contact, "A-1", "DRAFT"));
        Answer Email() => _xero.Post($"/Invoices/{id}/Email", "{}");
        Email().Refused("The invoice must be approved");
        _xero.Post($"/Invoices/{id}", """{"Status":"AUTHORISED"}""").Ok();
        Email().Refused("The Demo Company cannot send email.");
        _xero.Control.EditOrganisation(_xero.Tenant, facts => facts with { IsDemoCompany = false });
        Email().Refused("The contact has no email address.");
        _xero.Control.EditContact(_xero.Tenant, contact, known => known with { EmailAddress = "a@b.example" });
        Assert.Equal(204, Email().Status);
        Assert.True(_xero.Books.Invoices[0].SentToContact);
    }

    [Fact]
    public void Get_pdf_when_it_is_asked_for()
    {
        var response = _xero.Send("GET", $"/Invoices/{_xero.InvoiceIdOfFirst()}", null, ("Accept", "application/pdf"));
        Assert.Equal("application/pdf", response.ContentType);
        Assert.StartsWith("%PDF", response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Allocate_without_date_follows_the_switch(bool isRequired, int status)
    {
        Switches.AllocationDateIsRequired = isRequired;
        var contact = _xero.Contact();
        var invoice = _xero.InvoiceId(Xero.Invoice(contact, "A-1"));
        var note = _xero.Put("/CreditNotes", Xero.Envelope("CreditNotes", Xero.CreditNote(contact, "CN-1"))).Ok().First("CreditNotes")["CreditNoteID"]!.GetValue<string>();
        var body = $$"""{"Allocations":[{"Amount":1,"Invoice":{"InvoiceID":"{{invoice}}"} }]}""";
        Assert.Equal(status, _xero.Put($"/CreditNotes/{note}/Allocations", body).Status);
        Assert.Equal(501, _xero.Post($"/CreditNotes/{note}/Allocations", body).Status);
    }

    [Theory]
    [InlineData(false, 400)]
    [InlineData(true, 200)]
    public void Post_archived_contact_back_to_active_follows_the_switch(bool canBeRestored, int status)
    {
        Switches.ContactsCanBeRestored = canBeRestored;
        var contact = _xero.Contact();
        _xero.Control.ArchiveContact(_xero.Tenant, contact);
        Assert.Equal(status, _xero.Post($"/Contacts/{contact}", """{"ContactStatus":"ACTIVE"}""").Status);
        Assert.Equal(status == 200 ? "ACTIVE" : "ARCHIVED", _xero.Books.Contacts[0].Status);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Post_one_address_keeps_the_other_by_the_switch(bool areMerged, int left)
    {
        Switches.AddressesAndPhonesAreMerged = areMerged;
        var contact = _xero.Contact();
        _xero.Post($"/Contacts/{contact}", """{"Addresses":[{"AddressType":"STREET","City":"Bath"}],"Phones":[{"PhoneType":"DDI","PhoneNumber":"1"}]}""").Ok();
        _xero.Post($"/Contacts/{contact}", """{"Addresses":[{"AddressType":"POBOX","City":"York"}],"Phones":[{"PhoneType":"FAX","PhoneNumber":"2"}]}""").Ok();
        _xero.Post($"/Contacts/{contact}", """{"FirstName":"Ada"}""").Ok();
        Assert.Equal((left, left), (_xero.Books.Contacts[0].Addresses.Count, _xero.Books.Contacts[0].Phones.Count));
    }

    [Theory]
    [InlineData("""{"Name":"A","PaymentTerms":{"Sales":{"Day":7,"Type":"SOMEDAY"}}}""", "The payment term")]
    [InlineData("""{"Name":"A","SalesDefaultLineAmountType":"GROSS"}""", "SalesDefaultLineAmountType must be")]
    public void Put_contact_with_unknown_words_is_refused(string body, string message) => _xero.Put("/Contacts", body).Refused(message);

    [Theory]
    [InlineData(true, "OUTPUT2", 400)]
    [InlineData(true, "NONE", 200)]
    [InlineData(true, null, 200)]
    [InlineData(false, "OUTPUT2", 200)]
    public void Put_tax_in_an_unregistered_organisation_follows_the_switch(bool refuses, string? taxType, int status)
    {
        Switches.UnregisteredOrganisationRefusesTax = refuses;
        _xero.Control.EditOrganisation(_xero.Tenant, facts => facts with { PaysTax = false });
        var line = "Work|1|100|200" + (taxType is null ? "" : "|" + taxType);
        Assert.Equal(status, _xero.PutInvoice(Xero.Invoice(_xero.Contact(), "A-1", "AUTHORISED", line)).Status);
    }

    [Theory]
    [InlineData(true, "PAID")]
    [InlineData(false, "AUTHORISED")]
    public void Put_total_of_zero_is_paid_by_the_switch(bool isPaid, string status)
    {
        Switches.ZeroTotalIsPaid = isPaid;
        var invoice = Xero.Invoice(_xero.Contact(), "A-1", "AUTHORISED", "Work|1|100|200|NONE", "Gift|1|-100|200|NONE");
        Assert.Equal(status, _xero.PutInvoice(invoice).Ok().First("Invoices")["Status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true, 401)]
    [InlineData(false, 200)]
    public void Journals_of_a_person_who_is_no_adviser_follow_the_switch(bool needsAdviser, int status)
    {
        Switches.JournalsNeedAnAdviser = needsAdviser;
        _xero.Control.SetAdviser(null, false);
        Assert.Equal(status, _xero.Get("/ManualJournals").Status);
        _xero.Get("/Invoices").Ok();
        _xero.Control.SetAdviser(null, true);
        _xero.Get("/ManualJournals").Ok();
    }

    [Theory]
    [InlineData(true, 401)]
    [InlineData(false, 403)]
    public void Scope_and_tenant_both_wrong_follow_the_switch(bool scopeFirst, int status)
    {
        var xero = new Xero(options => options.Switches.ScopeIsCheckedBeforeTenant = scopeFirst, "accounting.contacts");
        Assert.Equal(status, xero.Get("/Invoices", ("xero-tenant-id", null)).Status);
    }

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Idempotency_key_of_another_organisation_follows_the_switch(bool perApp, int status)
    {
        Switches.IdempotencyKeysArePerApp = perApp;
        var other = _xero.Control.AddOrganisation("Other");
        _xero.Token = _xero.Control.IssueTokens(null, _xero.Tenant, other).AccessToken;
        _xero.Put("/Contacts", """{"Name":"Acme"}""", ("Idempotency-Key", "k")).Ok();
        Assert.Equal(status, _xero.Put("/Contacts", """{"Name":"Acme"}""", ("Idempotency-Key", "k"), ("xero-tenant-id", other.ToString())).Status);
    }

    [Theory]
    [InlineData(true, "A B")]
    [InlineData(false, "B A")]
    public void Answers_keep_the_order_by_the_switch(bool keep, string names)
    {
        Switches.AnswersKeepTheOrder = keep;
        var answer = _xero.Put("/Contacts", """{"Contacts":[{"Name":"A"},{"Name":"B"}]}""").Ok();
        Assert.Equal(names, string.Join(' ', answer.Elements("Contacts").Select(contact => contact!["Name"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Newer_members_and_the_organisations_id_follow_their_switches(bool on)
    {
        Switches.ShowsNewerMembers = on;
        Switches.OrganisationIdIsTenantId = on;
        var invoice = _xero.Get($"/Invoices/{_xero.InvoiceIdOfFirst()}").First("Invoices").AsObject();
        Assert.Equal(on, invoice.ContainsKey("RoundingAmount"));
        Assert.Equal(on, _xero.Get("/Organisation").First("Organisations")["OrganisationID"]!.GetValue<Guid>() == _xero.Tenant);
    }

    [Theory]
    [InlineData("/Contacts?where=Name%3D%3D%22A%22", false)]
    [InlineData("/Contacts?where=Name.Contains(%22A%22)", true)]
    [InlineData("/Contacts?where=Name.ToLower()%3D%3D%22a%22", true)]
    [InlineData("/Contacts?where=EmailAddress!%3Dnull", true)]
    [InlineData("/Contacts?where=Name%3D%3D%22A%22%20OR%20Name%3D%3D%22B%22", true)]
    [InlineData("/Contacts?order=Name%20DESC", false)]
    [InlineData("/Contacts?order=FirstName", true)]
    [InlineData("/Invoices?where=Status%3D%3D%22AUTHORISED%22%20AND%20Date%3E%3DDateTime(2026,1,1)", false)]
    [InlineData("/Invoices?where=Total%3E5", true)]
    [InlineData("/ManualJournals?where=Narration%3D%3D%22A%22", false)]
    [InlineData("/Invoices?Statuses=DRAFT&searchTerm=x", false)]
    public void Filters_without_an_index_are_noticed_and_refused_on_large_books(string path, bool isUnindexed)
    {
        _xero.Contact("A");
        _xero.InvoiceIdOfFirst();
        _xero.Get(path).Ok();
        Assert.Equal(isUnindexed, _xero.Control.Calls[^1].UsesUnindexedFilter);
        _xero.Emulator.Options.MaxRecordsForUnindexedFilters = 0;
        Assert.Equal(isUnindexed ? 400 : 200, _xero.Get(path).Status);
    }

    [Fact]
    public void Get_where_reads_parsed_dates_and_changed_casing()
    {
        _xero.Contact("Acme");
        Assert.Single(_xero.Get("/Contacts?where=Name.ToUpper()%3D%3D%22ACME%22").Ok().Elements("Contacts"));
        _xero.InvoiceIdOfFirst();
        Assert.Single(_xero.Get("/Invoices?where=Date%3E%3DDateTime.Parse(%222026-11-20%22)").Ok().Elements("Invoices"));
        Assert.Empty(_xero.Get("/Invoices?where=Date%3E%3DDateTime.Parse(%222026-11-21%22)").Ok().Elements("Invoices"));
    }

    [Fact]
    public void Address_that_is_too_long_is_414()
    {
        var ids = string.Join(',', Enumerable.Range(0, 60).Select(n => IdSource.Derive(n.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(414, _xero.Get($"/Contacts?IDs={ids}").Status);
    }

    [Theory]
    [InlineData("/Quotes", 501)]
    [InlineData("/Nonsense", 404)]
    public void Endpoints_of_xero_that_are_not_emulated_say_so(string path, int status) => Assert.Equal(status, _xero.Get(path).Status);

    [Theory]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("text/plain", 400)]
    [InlineData("application/x-www-form-urlencoded", 400)]
    public void Body_that_is_not_declared_as_json_is_error_14(string type, int status)
    {
        var answer = _xero.Put("/Contacts", """{"Name":"A"}""", ("Content-Type", type));
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200 ? 1 : 0, _xero.Books.Contacts.Count);
    }

    [Fact]
    public void Rapid_sync_lifts_minute_and_day_limits_of_a_new_connection()
    {
        var xero = new Xero(options => (options.RapidSync, options.PerMinute, options.PerDay) = (true, 1, 1));
        for (var n = 0; n < 5; n++)
        {
            xero.Get("/Contacts").Ok();
        }

        xero.Clock.Advance(TimeSpan.FromMinutes(30));
        xero.Token = xero.Control.IssueTokens().AccessToken;
        xero.Get("/Contacts").Ok();
        Assert.Equal(429, xero.Get("/Contacts").Status);
    }

    [Fact]
    public void Lines_recoded_by_a_person_do_not_show_in_modified_since()
    {
        var id = _xero.InvoiceIdOfFirst();
        var before = _xero.Books.Invoices[0].UpdatedDateUtc;
        _xero.Clock.Advance(TimeSpan.FromMinutes(1));
        _xero.Control.RecodeLines(_xero.Tenant, id, "200", "260");
        Assert.Equal(("260", before), (_xero.Books.Invoices[0].Lines[0].AccountCode, _xero.Books.Invoices[0].UpdatedDateUtc));
    }

    [Fact]
    public void Put_too_many_items_or_too_long_a_description_is_refused()
    {
        var items = string.Join(',', Enumerable.Range(0, 501).Select(n => $$"""{"Code":"{{n}}"}"""));
        _xero.Put("/Items", $$"""{"Items":[{{items}}]}""").Refused("At most 500 items");
        _xero.Put("/Items", $$"""{"Code":"I","PurchaseDescription":"{{new string('x', 4001)}}"}""").Refused("Description must be");
    }

    [Fact]
    public void Accounts_are_deleted_unless_used_and_have_known_types()
    {
        var used = _xero.Books.Accounts.Single(account => account.Code == "200").Id;
        _xero.InvoiceIdOfFirst();
        Assert.Equal(400, _xero.Send("DELETE", $"/Accounts/{used}").Status);
        var fresh = _xero.Control.AddAccount(_xero.Tenant, "999", "Extra");
        Assert.Equal("DELETED", new Answer(_xero.Send("DELETE", $"/Accounts/{fresh}")).Ok().First("Accounts")["Status"]!.GetValue<string>());
        Assert.Equal(404, _xero.Get($"/Accounts/{fresh}").Status);
        _xero.Put("/Accounts", """{"Code":"998","Name":"Odd","Type":"NEWTYPE"}""").Refused("The account type NEWTYPE");
    }

    [Fact]
    public void Put_bill_has_no_reference_and_quantities_have_thirteen_digits()
    {
        var bill = With(With(Xero.Invoice(_xero.Contact(), "B-1"), "Type", "ACCPAY"), "Reference", "R");
        bill["LineItems"] = Xero.Lines("Work|1|1|400|NONE");
        Assert.Equal("", _xero.PutInvoice(bill).Ok().First("Invoices")["Reference"]!.GetValue<string>());
        _xero.PutInvoice(Xero.Invoice(_xero.Contact("B"), "A-1", "AUTHORISED", "Work|1000000000|0.01|200|NONE")).Refused("The quantity is too large");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Egress_of_writes_follows_the_switch_and_the_organisation_is_free(bool counts)
    {
        Switches.EgressCountsWriteAnswers = counts;
        _xero.Put("/Contacts", """{"Name":"A"}""").Ok();
        _xero.Get("/Contacts").Ok();
        _xero.Get("/Organisation").Ok();
        var calls = _xero.Control.Calls;
        Assert.Equal(calls[1].Bytes + (counts ? calls[0].Bytes : 0), _xero.Control.EgressBytes(_xero.Tenant));
    }
}
