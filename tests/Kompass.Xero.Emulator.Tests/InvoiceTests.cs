using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator.Tests;

public sealed class InvoiceTests
{
    private readonly Xero _xero = new();
    private readonly Guid _contact;

    public InvoiceTests() => _contact = _xero.Contact();

    private Answer Update(Guid id, JsonObject changes, string query = "?unitdp=4")
    {
        changes["InvoiceID"] = id.ToString();
        return _xero.Post($"/Invoices{query}", Xero.Envelope("Invoices", changes));
    }

    private JsonObject Get(Guid id, string query = "?unitdp=4") => _xero.Get($"/Invoices/{id}{query}").Ok().First("Invoices").AsObject();

    [Fact]
    public void Put_three_lines_rounds_tax_per_line_then_sums()
    {
        _xero.Control.AddTaxRate(_xero.Tenant, "TAX015", "15%", 15);
        var invoice = _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|25.06|200|TAX015", "b|1|25.61|200|TAX015", "c|1|25.63|200|TAX015"))
            .Ok().First("Invoices");
        Assert.Equal(11.44m, invoice["TotalTax"]!.GetValue<decimal>());
        Assert.Equal(87.74m, invoice["Total"]!.GetValue<decimal>());
    }

    [Fact]
    public void Put_half_penny_of_tax_rounds_up()
    {
        var invoice = _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|10.825|200|OUTPUT2")).Ok().First("Invoices");
        Assert.Equal((10.83m, 2.17m), (invoice["SubTotal"]!.GetValue<decimal>(), invoice["TotalTax"]!.GetValue<decimal>()));
    }

    [Theory]
    [InlineData(NegativeHalfRounding.AwayFromZero, -0.01)]
    [InlineData(NegativeHalfRounding.TowardsZero, 0)]
    public void Put_negative_half_penny_follows_the_switch(NegativeHalfRounding rounding, decimal tax)
    {
        _xero.Emulator.Options.Switches.NegativeHalves = rounding;
        _xero.Control.AddTaxRate(_xero.Tenant, "TAX050", "50%", 50);
        var invoice = _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "DRAFT", "a|1|-0.01|200|TAX050", "b|1|100|200|NONE")).Ok().First("Invoices");
        Assert.Equal(tax, invoice["LineItems"]![0]!["TaxAmount"]!.GetValue<decimal>());
    }

    [Theory]
    [InlineData(true, 20.01)]
    [InlineData(false, 20.00)]
    public void Put_tax_stated_on_a_line_follows_the_switch(bool isKept, double tax)
    {
        _xero.Emulator.Options.Switches.StatedTaxIsKept = isKept;
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|100|200|OUTPUT2");
        sent["LineItems"]![0]!["TaxAmount"] = 20.01m;
        Assert.Equal((decimal)tax, _xero.PutInvoice(sent).Ok().First("Invoices")["TotalTax"]!.GetValue<decimal>());
    }

    [Fact]
    public void Put_inclusive_takes_tax_out_of_the_line()
    {
        _xero.Control.AddTaxRate(_xero.Tenant, "TAX125", "12.5%", 12.5m);
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|98.00|200|TAX125");
        sent["LineAmountTypes"] = "Inclusive";
        var invoice = _xero.PutInvoice(sent).Ok().First("Invoices");
        Assert.Equal(
            (87.11m, 10.89m, 98.00m),
            (invoice["SubTotal"]!.GetValue<decimal>(), invoice["TotalTax"]!.GetValue<decimal>(), invoice["Total"]!.GetValue<decimal>()));
    }

    [Fact]
    public void Put_no_tax_forces_the_type_none()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["LineAmountTypes"] = "NoTax";
        var line = _xero.PutInvoice(sent).Ok().First("Invoices")["LineItems"]![0]!;
        Assert.Equal(("NONE", 0m), (line["TaxType"]!.GetValue<string>(), line["TaxAmount"]!.GetValue<decimal>()));
    }

    [Theory]
    [InlineData("?unitdp=4", 1000, 12.346)]
    [InlineData("", 1000, 12.35)]
    public void Put_unit_price_keeps_four_decimals_only_when_asked(string query, decimal quantity, decimal kept)
    {
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", $"a|{quantity}|12.3456|200|NONE");
        var invoice = _xero.PutInvoice(sent, query).Ok().First("Invoices");
        Assert.Equal(query.Length > 0 ? 12345.60m : 12350.00m, invoice["Total"]!.GetValue<decimal>());
        Assert.Equal(kept, Math.Round(_xero.Books.Invoices[0].UnitAmountOfFirstLine(), 3));
    }

    [Fact]
    public void Get_unit_price_is_shown_with_two_decimals_unless_asked()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1000|12.3456|200|NONE"));
        Assert.Equal(12.35m, Get(id, "")["LineItems"]![0]!["UnitAmount"]!.GetValue<decimal>());
        Assert.Equal(12.3456m, Get(id)["LineItems"]![0]!["UnitAmount"]!.GetValue<decimal>());
    }

    [Fact]
    public void Put_line_amount_that_disagrees_is_refused()
    {
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|2|50|200|NONE");
        sent["LineItems"]![0]!["LineAmount"] = 99.99m;
        _xero.PutInvoice(sent).Refused("The line total 99.99 does not match the expected line total 100.00");
    }

    [Fact]
    public void Put_line_amount_without_unit_price_derives_it()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["LineItems"] = new JsonArray(JsonNode.Parse("""{"Description":"a","Quantity":4,"LineAmount":100,"AccountCode":"200","TaxType":"NONE"}"""));
        Assert.Equal(25m, _xero.PutInvoice(sent).Ok().First("Invoices")["LineItems"]![0]!["UnitAmount"]!.GetValue<decimal>());
    }

    [Fact]
    public void Put_discount_lowers_the_line()
    {
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|3|33.33|200|OUTPUT2");
        sent["LineItems"]![0]!["DiscountRate"] = 10;
        var invoice = _xero.PutInvoice(sent).Ok().First("Invoices");
        Assert.Equal((89.99m, 18.00m, true), (invoice["SubTotal"]!.GetValue<decimal>(), invoice["TotalTax"]!.GetValue<decimal>(), invoice["IsDiscounted"]!.GetValue<bool>()));
    }

    [Fact]
    public void Put_total_that_was_sent_is_ignored()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["Total"] = 1;
        Assert.Equal(120m, _xero.PutInvoice(sent).Ok().First("Invoices")["Total"]!.GetValue<decimal>());
    }

    [Fact]
    public void Put_number_of_another_invoice_is_refused()
    {
        _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var answer = _xero.PutInvoice(Xero.Invoice(_contact, "a-1"));
        answer.Refused("Invoice # must be unique.");
        var echo = Assert.Single(answer.Elements("Elements"))!;
        Assert.Equal("00000000-0000-0000-0000-000000000000", echo["InvoiceID"]!.GetValue<string>());
        Assert.True(echo["HasErrors"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("DELETED", NumberReuse.AfterDeleted, 200)]
    [InlineData("VOIDED", NumberReuse.AfterDeleted, 400)]
    [InlineData("VOIDED", NumberReuse.AfterDeletedOrVoided, 200)]
    [InlineData("DELETED", NumberReuse.Never, 400)]
    public void Put_number_of_a_dead_invoice_follows_the_switch(string status, NumberReuse reuse, int answer)
    {
        _xero.Emulator.Options.Switches.NumberReuse = reuse;
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", status == "DELETED" ? "DRAFT" : "AUTHORISED"));
        Update(id, new JsonObject { ["Status"] = status }).Ok();
        Assert.Equal(answer, _xero.PutInvoice(Xero.Invoice(_contact, "A-1")).Status);
    }

    [Fact]
    public void Put_without_number_takes_the_next_free_one()
    {
        _xero.InvoiceId(Xero.Invoice(_contact, "INV-0001"));
        Assert.Equal("INV-0002", _xero.PutInvoice(Xero.Invoice(_contact)).Ok().First("Invoices")["InvoiceNumber"]!.GetValue<string>());
    }

    [Fact]
    public void Put_bills_may_share_a_number()
    {
        for (var n = 0; n < 2; n++)
        {
            var bill = Xero.Invoice(_contact, "S-1", "AUTHORISED", "a|1|10|400|INPUT2");
            bill["Type"] = "ACCPAY";
            _xero.PutInvoice(bill).Ok();
        }

        Assert.Equal(2, _xero.Books.Invoices.Count);
    }

    [Fact]
    public void Post_with_an_existing_number_and_no_id_updates_that_invoice()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var again = Xero.Invoice(_contact, "A-1", "AUTHORISED", "Other|1|7|200|NONE");
        _xero.Post("/Invoices", Xero.Envelope("Invoices", again)).Ok();
        var invoice = Assert.Single(_xero.Books.Invoices);
        Assert.Equal((id, 7m), (invoice.Id, invoice.Gross));
    }

    [Fact]
    public void Post_unknown_id_is_404() =>
        Assert.Equal(404, Update(Guid.Parse("33333333-3333-4333-8333-333333333333"), new JsonObject { ["Status"] = "VOIDED" }).Status);

    [Theory]
    [InlineData("DRAFT", "SUBMITTED", true)]
    [InlineData("DRAFT", "AUTHORISED", true)]
    [InlineData("DRAFT", "DELETED", true)]
    [InlineData("DRAFT", "VOIDED", false)]
    [InlineData("SUBMITTED", "DRAFT", true)]
    [InlineData("SUBMITTED", "DELETED", true)]
    [InlineData("AUTHORISED", "AUTHORISED", true)]
    [InlineData("AUTHORISED", "VOIDED", true)]
    [InlineData("AUTHORISED", "DRAFT", false)]
    [InlineData("AUTHORISED", "SUBMITTED", false)]
    [InlineData("AUTHORISED", "DELETED", false)]
    [InlineData("AUTHORISED", "PAID", false)]
    public void Post_status_follows_the_table(string from, string to, bool isAllowed)
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", from));
        var answer = Update(id, new JsonObject { ["Status"] = to });
        Assert.Equal(isAllowed ? 200 : 400, answer.Status);
        Assert.Equal(isAllowed ? to : from, _xero.Books.Invoices.Single().Status);
    }

    [Theory]
    [InlineData("VOIDED")]
    [InlineData("PAID")]
    [InlineData("DELETED")]
    public void Put_dead_or_paid_from_the_start_is_refused(string status) =>
        _xero.PutInvoice(Xero.Invoice(_contact, "A-1", status)).Refused("A new document cannot have the status");

    [Fact]
    public void Post_voided_invoice_is_refused()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        Update(id, new JsonObject { ["Status"] = "VOIDED" }).Ok();
        Update(id, new JsonObject { ["Reference"] = "x" }).Refused("Invoice not of valid status for modification");
    }

    [Fact]
    public void Void_with_a_payment_is_refused()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Control.PayInvoice(_xero.Tenant, id, 20, new DateOnly(2026, 11, 21));
        Update(id, new JsonObject { ["Status"] = "VOIDED" }).Refused("The status VOIDED cannot be applied to the invoice because it has payments");
    }

    [Fact]
    public void Pay_in_full_makes_it_paid_and_reversal_opens_it_again()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var payment = _xero.Put("/Payments", $$"""{"Payments":[{"Invoice":{"InvoiceID":"{{id}}"},"Account":{"Code":"090"},"Date":"2026-11-21","Amount":120}]}""")
            .Ok().First("Payments")["PaymentID"]!.GetValue<string>();
        Assert.Equal("PAID", Get(id)["Status"]!.GetValue<string>());
        Assert.Equal(0m, Get(id)["AmountDue"]!.GetValue<decimal>());
        Assert.Single(Get(id)["Payments"]!.AsArray());

        _xero.Post($"/Payments/{payment}", """{"Status":"DELETED"}""").Ok();
        Assert.Equal(("AUTHORISED", 120m), (Get(id)["Status"]!.GetValue<string>(), Get(id)["AmountDue"]!.GetValue<decimal>()));
    }

    [Theory]
    [InlineData("090", 120.01, "Payment amount exceeds the amount outstanding on this document")]
    [InlineData("200", 10, "Account must be valid.")]
    public void Pay_wrongly_is_refused(string account, decimal amount, string message)
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Put("/Payments", $$"""{"Payments":[{"Invoice":{"InvoiceID":"{{id}}"},"Account":{"Code":"{{account}}"},"Date":"2026-11-21","Amount":{{amount}}}]}""").Refused(message);
    }

    [Fact]
    public void Post_part_paid_invoice_takes_texts_and_coding_but_no_figures()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Control.PayInvoice(_xero.Tenant, id, 20, new DateOnly(2026, 11, 21));
        var line = _xero.Books.Invoices.Single().Lines[0].Id;

        Update(id, new JsonObject { ["Reference"] = "PO 7", ["DueDate"] = "2027-01-31" }).Ok();
        Update(id, new JsonObject { ["LineItems"] = new JsonArray(new JsonObject { ["LineItemID"] = line.ToString(), ["Description"] = "New words", ["AccountCode"] = "260" }) }).Ok();
        Update(id, new JsonObject { ["LineItems"] = Xero.Lines("Work|1|101|200|OUTPUT2") })
            .Refused("This document cannot be edited as it has a payment or credit note allocated to it.");
        Update(id, new JsonObject { ["Date"] = "2026-11-19" }).Refused("This document cannot be edited");

        var invoice = _xero.Books.Invoices.Single();
        Assert.Equal(("PO 7", "New words", "260", 120m), (invoice.Reference, invoice.Lines[0].Description, invoice.Lines[0].AccountCode, invoice.Gross));
    }

    [Fact]
    public void Post_lines_are_the_new_truth()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|10|200|NONE", "b|1|20|200|NONE"));
        var kept = _xero.Books.Invoices.Single().Lines[1].Id;
        Update(id, new JsonObject
        {
            ["LineItems"] = new JsonArray(
                new JsonObject { ["LineItemID"] = kept.ToString(), ["UnitAmount"] = 25 },
                JsonNode.Parse("""{"Description":"c","Quantity":1,"UnitAmount":5,"AccountCode":"260","TaxType":"NONE"}""")),
        }).Ok();
        var lines = _xero.Books.Invoices.Single().Lines;
        Assert.Equal([("b", 25m), ("c", 5m)], lines.Select(line => (line.Description, line.LineAmount)));
        Assert.Equal(kept, lines[0].Id);
    }

    [Fact]
    public void Post_line_id_of_another_document_is_refused()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        Update(id, new JsonObject { ["LineItems"] = new JsonArray(new JsonObject { ["LineItemID"] = id.ToString(), ["UnitAmount"] = 25 }) }).Refused("The line item");
    }

    [Theory]
    [InlineData("Work|1|100|999|OUTPUT2", "Account code '999' is not a valid code for this document.")]
    [InlineData("Work|1|100|610|NONE", "Account code '610' is not a valid code for this document.")]
    [InlineData("Work|1|100|820|NONE", "Account code '820' is not a valid code for this document.")]
    [InlineData("Work|1|100|090|NONE", "Account code '090' is not a valid code for this document.")]
    [InlineData("Work|1|100||OUTPUT2", "Account code must be specified")]
    [InlineData("|1|100|200|OUTPUT2", "Description must be specified")]
    [InlineData("Work|1|100|200|NOPE", "The TaxType code NOPE does not exist or cannot be used for this type of transaction.")]
    [InlineData("Work|1|100|200|INPUT2", "The TaxType code 'INPUT2' cannot be used with account code '200'.")]
    [InlineData("Work|1|-100|200|OUTPUT2", "The document total cannot be negative.")]
    public void Put_approved_line_that_is_wrong_is_refused(string line, string message)
    {
        _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "AUTHORISED", line)).Refused(message);
        Assert.Empty(_xero.Books.Invoices);
    }

    [Fact]
    public void Put_draft_with_unknown_account_drops_it_with_a_warning()
    {
        var answer = _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "DRAFT", "Work|1|100|476|OUTPUT2")).Ok();
        Assert.Equal(["Account code '476' has been removed as it does not match a recognised account."], answer.Warnings);
        Assert.Equal("WARNING", answer.First("Invoices")["StatusAttributeString"]!.GetValue<string>());
        var id = _xero.Books.Invoices.Single();
        Assert.Null(id.Lines[0].AccountCode);
        Update(id.Id, new JsonObject { ["Status"] = "AUTHORISED" }).Refused("Account code must be specified");
    }

    [Fact]
    public void Put_archived_account_or_rate_is_refused()
    {
        _xero.Control.AddAccount(_xero.Tenant, "201", "Old sales", configure: account => account with { Status = "ARCHIVED" });
        _xero.Control.AddTaxRate(_xero.Tenant, "OUTPUT", "17.5%", 17.5m, rate => rate with { Status = "ARCHIVED" });
        _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "AUTHORISED", "Work|1|100|201|NONE")).Refused("Account code '201' is not a valid code");
        _xero.PutInvoice(Xero.Invoice(_contact, "A-1", "AUTHORISED", "Work|1|100|200|OUTPUT")).Refused("The TaxType code OUTPUT does not exist");
    }

    [Fact]
    public void Put_account_without_code_by_id_is_accepted()
    {
        var account = _xero.Control.AddAccount(_xero.Tenant, null, "Uncoded sales");
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", "Work|1|100||NONE");
        sent["LineItems"]![0]!["AccountID"] = account.ToString();
        var line = _xero.PutInvoice(sent).Ok().First("Invoices")["LineItems"]![0]!;
        Assert.Equal(account.ToString(), line["AccountID"]!.GetValue<string>());
        Assert.Null(line["AccountCode"]);
    }

    [Fact]
    public void Put_item_fills_what_the_line_leaves_out()
    {
        _xero.Control.AddItem(_xero.Tenant, "CONS", "Consulting", "260", "RROUTPUT", item => item with { Description = "Per hour", SalesUnitPrice = 95 });
        var sent = Xero.Invoice(_contact, "A-1");
        sent["LineItems"] = new JsonArray(JsonNode.Parse("""{"ItemCode":"cons","Quantity":2}"""));
        _xero.PutInvoice(sent).Ok();
        var line = _xero.Books.Invoices.Single().Lines[0];
        Assert.Equal(("Per hour", 95m, "260", "RROUTPUT", 9.5m), (line.Description, line.UnitAmount, line.AccountCode, line.TaxType, line.TaxAmount));
    }

    [Fact]
    public void Put_unknown_item_is_refused()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["LineItems"]![0]!["ItemCode"] = "NOPE";
        _xero.PutInvoice(sent).Refused("Item code 'NOPE' is not valid.");
    }

    [Theory]
    [InlineData("DueDate", "Due date must be specified")]
    [InlineData("LineItems", "One or more line items must be specified")]
    [InlineData("Contact", "The Contact must contain at least 1 of the following elements")]
    [InlineData("Type", "The Type '' is not valid")]
    public void Put_approved_without_a_required_member_is_refused(string member, string message)
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent.Remove(member);
        _xero.PutInvoice(sent).Refused(message);
    }

    [Theory]
    [InlineData("2026-03-31", true, 400)]
    [InlineData("2026-03-31", false, 200)]
    [InlineData("2026-03-30", false, 400)]
    [InlineData("2026-04-01", true, 200)]
    public void Put_on_the_lock_date_follows_the_switch(string date, bool isInclusive, int status)
    {
        _xero.Emulator.Options.Switches.LockDateIsInclusive = isInclusive;
        _xero.Control.SetLockDates(_xero.Tenant, new DateOnly(2026, 3, 31));
        var sent = Xero.Invoice(_contact, "A-1");
        sent["Date"] = date;
        var answer = _xero.PutInvoice(sent);
        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            answer.Refused("The document date cannot be before the period lock date, currently set at 31 March 2026");
        }
    }

    [Fact]
    public void Post_and_void_in_a_locked_period_are_refused()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Control.SetLockDates(_xero.Tenant, null, new DateOnly(2026, 11, 20));
        Update(id, new JsonObject { ["Reference"] = "x" }).Refused("The document date cannot be before the end of year lock date");
        Update(id, new JsonObject { ["Status"] = "VOIDED" }).Refused("The document date cannot be before the end of year lock date");
        Update(id, new JsonObject { ["Date"] = "2026-11-21" }).Refused("The document date cannot be before the end of year lock date");
    }

    [Fact]
    public void Put_currency_needs_a_subscription()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["CurrencyCode"] = "EUR";
        _xero.PutInvoice((JsonObject)sent.DeepClone()).Refused("Organisation is not subscribed to currency EUR");
        _xero.Control.AddCurrency(_xero.Tenant, "EUR");
        Assert.Equal(1.15m, _xero.PutInvoice(sent).Ok().First("Invoices")["CurrencyRate"]!.GetValue<decimal>());
    }

    [Fact]
    public void Archived_contact_blocks_new_documents_updates_and_voids()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        _xero.Control.ArchiveContact(_xero.Tenant, _contact);
        _xero.PutInvoice(Xero.Invoice(_contact, "A-2")).Refused("The contact with the specified contact details has been archived.");
        Update(id, new JsonObject { ["Status"] = "VOIDED" }).Refused("The contact with the specified contact details has been archived.");
    }

    [Fact]
    public void Contact_inside_an_invoice_is_an_update_too()
    {
        _xero.Control.EditContact(_xero.Tenant, _contact, contact => contact with { ContactPersons = [new EmulatedContactPerson("Bob", null, null, false)] });
        var sent = Xero.Invoice(_contact, "A-1");
        _xero.PutInvoice(sent).Ok();
        Assert.Single(_xero.Books.Contacts.Single().ContactPersons);

        sent = Xero.Invoice(_contact, "A-2");
        sent["Contact"]!["EmailAddress"] = "new@acme.example";
        _xero.PutInvoice(sent).Ok();
        Assert.Equal("new@acme.example", _xero.Books.Contacts.Single().EmailAddress);
        Assert.Empty(_xero.Books.Contacts.Single().ContactPersons);
    }

    [Fact]
    public void Contact_named_inside_an_invoice_is_created()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["Contact"] = new JsonObject { ["Name"] = "Brand New" };
        _xero.PutInvoice(sent).Ok();
        Assert.Equal(2, _xero.Books.Contacts.Count);
    }

    [Fact]
    public void Contact_created_inside_a_refused_invoice_is_not_kept()
    {
        var sent = Xero.Invoice(_contact, "A-1", "AUTHORISED", "a|1|1|999|NONE");
        sent["Contact"] = new JsonObject { ["Name"] = "Brand New" };
        _xero.PutInvoice(sent, "?summarizeErrors=false").Ok();
        Assert.Single(_xero.Books.Contacts);
    }

    [Fact]
    public void Put_without_date_takes_today_in_the_organisations_zone()
    {
        var tenant = _xero.Control.AddOrganisation("Kiwi", configure: organisation => organisation with { TimeZone = "NEWZEALANDSTANDARDTIME" });
        _xero.Token = _xero.Control.IssueTokens(null, _xero.Tenant, tenant).AccessToken;
        var contact = _xero.Control.AddContact(tenant, "Acme");
        _xero.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero));
        var sent = Xero.Invoice(contact, "A-1", "DRAFT");
        sent.Remove("Date");
        _xero.Token = _xero.Control.IssueTokens(null, tenant).AccessToken;
        _xero.Put("/Invoices", Xero.Envelope("Invoices", sent), ("xero-tenant-id", tenant.ToString())).Ok();
        Assert.Equal(new DateOnly(2026, 11, 23), _xero.Control.Books(tenant).Invoices.Single().Date);
    }

    [Fact]
    public void Get_list_without_page_has_no_lines_and_a_stub_contact()
    {
        _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var stub = _xero.Get("/Invoices").Ok().First("Invoices");
        Assert.Empty(stub["LineItems"]!.AsArray());
        Assert.Null(stub["Contact"]!["ContactStatus"]);
        var full = _xero.Get("/Invoices?page=1").Ok().First("Invoices");
        Assert.Single(full["LineItems"]!.AsArray());
        Assert.Equal("ACTIVE", full["Contact"]!["ContactStatus"]!.GetValue<string>());
    }

    [Fact]
    public void Get_shape_is_xeros()
    {
        var id = _xero.InvoiceId(Xero.Invoice(_contact, "A-1"));
        var invoice = Get(id);
        Assert.Equal("2026-11-20T00:00:00", invoice["DateString"]!.GetValue<string>());
        Assert.Equal("/Date(1795132800000+0000)/", invoice["Date"]!.GetValue<string>());
        Assert.Equal("2026-11-22T09:00:00Z", invoice["UpdatedDateUTCString"]!.GetValue<string>());
        Assert.Equal("1.0000000000", invoice["CurrencyRate"]!.ToJsonString());
        Assert.Equal("2.0000", Get(_xero.InvoiceId(Xero.Invoice(_contact, "A-2", "DRAFT", "a|2|1|200|NONE")))["LineItems"]![0]!["Quantity"]!.ToJsonString());
        Assert.Equal("120.00", invoice["Total"]!.ToJsonString());
    }

    [Fact]
    public void Get_by_number_finds_it() =>
        Assert.Equal(_xero.InvoiceId(Xero.Invoice(_contact, "A-1")).ToString(), _xero.Get("/Invoices/A-1").Ok().First("Invoices")["InvoiceID"]!.GetValue<string>());

    [Fact]
    public void Put_url_that_names_xero_is_refused()
    {
        var sent = Xero.Invoice(_contact, "A-1");
        sent["Url"] = "https://go.xero.com/x";
        _xero.PutInvoice(sent).Refused("The Url must be");
    }

    [Fact]
    public void Put_tracking_is_resolved_by_name()
    {
        _xero.Control.AddTrackingCategory(_xero.Tenant, "Region", "North", "South");
        var sent = Xero.Invoice(_contact, "A-1");
        sent["LineItems"]![0]!["Tracking"] = JsonNode.Parse("""[{"Name":"region","Option":"north"}]""");
        Assert.Equal("North", _xero.PutInvoice((JsonObject)sent.DeepClone()).Ok().First("Invoices")["LineItems"]![0]!["Tracking"]![0]!["Option"]!.GetValue<string>());
        sent["InvoiceNumber"] = "A-2";
        sent["LineItems"]![0]!["Tracking"] = JsonNode.Parse("""[{"Name":"Region","Option":"West"}]""");
        _xero.PutInvoice(sent).Refused("The tracking option 'Region: West' does not exist.");
    }

    [Fact]
    public void Batch_of_sixty_with_three_bad_saves_fifty_seven()
    {
        var invoices = Enumerable.Range(1, 60).Select(n => (JsonNode)Xero.Invoice(_contact, $"A-{n}", "AUTHORISED", n % 20 == 0 ? "a|1|1|999|NONE" : "a|1|1|200|NONE")).ToArray();
        var answer = _xero.Put("/Invoices?summarizeErrors=false&unitdp=4", Xero.Envelope("Invoices", invoices)).Ok();
        Assert.Equal(3, answer.Elements("Invoices").Count(element => element!["StatusAttributeString"]!.GetValue<string>() == "ERROR"));
        Assert.Equal(57, _xero.Books.Invoices.Count);
        Assert.Equal(60, _xero.Control.Calls[^1].Elements);
    }
}
