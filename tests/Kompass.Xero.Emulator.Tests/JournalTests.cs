namespace Kompass.Xero.Emulator.Tests;

public sealed class JournalTests
{
    private readonly Xero _xero = new();

    private static string Journal(string status = "POSTED", string lines = """{"LineAmount":100,"AccountCode":"400","Description":"d"},{"LineAmount":-100,"AccountCode":"200"}""", string more = "") =>
        $$"""{"ManualJournals":[{"Narration":"Accrual [KB:JRN:1:r1]","Date":"2026-11-20","Status":"{{status}}"{{more}},"JournalLines":[{{lines}}]}]}""";

    private Guid Put(string body) => Guid.Parse(_xero.Put("/ManualJournals", body).Ok().First("ManualJournals")["ManualJournalID"]!.GetValue<string>());

    [Fact]
    public void Put_balanced_journal_has_neither_number_nor_line_ids()
    {
        var journal = _xero.Put("/ManualJournals", Journal()).Ok().First("ManualJournals").AsObject();
        Assert.Equal(("POSTED", "NoTax"), (journal["Status"]!.GetValue<string>(), journal["LineAmountTypes"]!.GetValue<string>()));
        foreach (var absent in (string[])["DateString", "UpdatedDateUTCString", "ManualJournalNumber"])
        {
            Assert.False(journal.ContainsKey(absent), absent);
        }

        Assert.Null(journal["JournalLines"]![0]!["LineItemID"]);
        Assert.Equal((100m, -100m), (_xero.Books.Balance("400"), _xero.Books.Balance("200")));
    }

    [Fact]
    public void Put_without_status_is_a_draft_and_reaches_no_account()
    {
        _xero.Put("/ManualJournals", Journal().Replace("\"Status\":\"POSTED\",", "", StringComparison.Ordinal)).Ok();
        Assert.Equal("DRAFT", _xero.Books.ManualJournals.Single().Status);
        Assert.Empty(_xero.Books.Ledger);
    }

    [Theory]
    [InlineData("""{"LineAmount":100,"AccountCode":"400"},{"LineAmount":-10,"AccountCode":"200"}""", "The total debits (100.00) must equal total credits (-10.00)")]
    [InlineData("""{"LineAmount":0,"AccountCode":"400"}""", "A manual journal must have at least 2 journal lines")]
    [InlineData("""{"LineAmount":100,"AccountCode":"610"},{"LineAmount":-100,"AccountCode":"200"}""", "Account code '610' is not a valid code")]
    [InlineData("""{"LineAmount":100,"AccountCode":"800"},{"LineAmount":-100,"AccountCode":"200"}""", "Account code '800' is not a valid code")]
    [InlineData("""{"LineAmount":100,"AccountCode":"960"},{"LineAmount":-100,"AccountCode":"200"}""", "Account code '960' is not a valid code")]
    [InlineData("""{"LineAmount":100,"AccountCode":"090"},{"LineAmount":-100,"AccountCode":"200"}""", "Account code '090' is not a valid code")]
    [InlineData("""{"LineAmount":100,"AccountCode":"999"},{"LineAmount":-100,"AccountCode":"200"}""", "Account code '999' is not a valid code")]
    [InlineData("""{"LineAmount":100},{"LineAmount":-100,"AccountCode":"200"}""", "Account code must be specified")]
    [InlineData("""{"AccountCode":"400"},{"LineAmount":0,"AccountCode":"200"}""", "Line amount must be specified")]
    public void Put_wrong_lines_are_refused(string lines, string message)
    {
        _xero.Put("/ManualJournals", Journal(lines: lines)).Refused(message);
        Assert.Empty(_xero.Books.ManualJournals);
    }

    [Fact]
    public void Put_without_narration_is_refused() =>
        _xero.Put("/ManualJournals", Journal().Replace("Accrual [KB:JRN:1:r1]", "", StringComparison.Ordinal)).Refused("Narration must be specified");

    [Fact]
    public void Put_tax_type_no_tax_is_refused() =>
        _xero.Put("/ManualJournals", Journal(
            lines: """{"LineAmount":100,"AccountCode":"400","TaxType":"NO_TAX"},{"LineAmount":-100,"AccountCode":"200","TaxType":"NONE"}""",
            more: ",\"LineAmountTypes\":\"Inclusive\"")).Refused("The TaxType code NO_TAX does not exist");

    [Theory]
    [InlineData(true, 400)]
    [InlineData(false, 200)]
    public void Put_exclusive_with_tax_balances_by_the_switch(bool includesTax, int status)
    {
        _xero.Emulator.Options.Switches.JournalBalanceIncludesTax = includesTax;
        var body = Journal(
            lines: """{"LineAmount":100,"AccountCode":"400","TaxType":"INPUT2"},{"LineAmount":-100,"AccountCode":"200","TaxType":"NONE"}""",
            more: ",\"LineAmountTypes\":\"Exclusive\"");
        Assert.Equal(status, _xero.Put("/ManualJournals", body).Status);
    }

    [Theory]
    [InlineData("DRAFT", "POSTED", 200)]
    [InlineData("DRAFT", "DELETED", 200)]
    [InlineData("DRAFT", "VOIDED", 400)]
    [InlineData("POSTED", "VOIDED", 200)]
    [InlineData("POSTED", "DELETED", 400)]
    [InlineData("POSTED", "DRAFT", 400)]
    public void Post_status_follows_the_table(string from, string to, int status)
    {
        var id = Put(Journal(from));
        Assert.Equal(status, _xero.Post($"/ManualJournals/{id}", $$"""{"Status":"{{to}}"}""").Status);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 400)]
    public void Post_edit_of_a_posted_journal_follows_the_switch(bool isEditable, int status)
    {
        _xero.Emulator.Options.Switches.PostedJournalsAreEditable = isEditable;
        var id = Put(Journal());
        Assert.Equal(status, _xero.Post($"/ManualJournals/{id}", """{"Narration":"Other"}""").Status);
    }

    [Fact]
    public void Post_update_without_amount_types_falls_back_to_no_tax()
    {
        var id = Put(Journal("DRAFT", more: ",\"LineAmountTypes\":\"Inclusive\""));
        Assert.Equal("Inclusive", _xero.Books.ManualJournals.Single().LineAmountTypes);
        _xero.Post($"/ManualJournals/{id}", """{"Narration":"Other"}""").Ok();
        Assert.Equal("NoTax", _xero.Books.ManualJournals.Single().LineAmountTypes);
    }

    [Fact]
    public void Put_draft_with_unknown_account_drops_it_with_a_warning()
    {
        var answer = _xero.Put("/ManualJournals", Journal("DRAFT", """{"LineAmount":100,"AccountCode":"476"},{"LineAmount":-100,"AccountCode":"200"}""")).Ok();
        Assert.Equal(["Account code '476' has been removed as it does not match a recognised account."], answer.Warnings);
        Assert.Null(_xero.Books.ManualJournals.Single().Lines[0].AccountCode);
    }

    [Fact]
    public void Get_list_without_page_has_no_lines()
    {
        Put(Journal());
        Assert.Empty(_xero.Get("/ManualJournals").Ok().First("ManualJournals")["JournalLines"]!.AsArray());
        Assert.Equal(2, _xero.Get("/ManualJournals?page=1").Ok().First("ManualJournals")["JournalLines"]!.AsArray().Count);
    }

    [Fact]
    public void Get_where_narration_finds_the_marker()
    {
        Put(Journal());
        Assert.Single(_xero.Get("/ManualJournals?where=" + Uri.EscapeDataString("Narration==\"Accrual [KB:JRN:1:r1]\"")).Ok().Elements("ManualJournals"));
        Assert.Empty(_xero.Get("/ManualJournals?where=" + Uri.EscapeDataString("Narration==\"Accrual\"")).Ok().Elements("ManualJournals"));
        Assert.Single(_xero.Get("/ManualJournals?where=" + Uri.EscapeDataString("Narration.Contains(\"[KB:JRN:1:\")")).Ok().Elements("ManualJournals"));
    }

    [Fact]
    public void Put_in_a_locked_period_is_refused()
    {
        _xero.Control.SetLockDates(_xero.Tenant, new DateOnly(2026, 11, 20));
        _xero.Put("/ManualJournals", Journal()).Refused("The document date cannot be before the period lock date");
    }
}
