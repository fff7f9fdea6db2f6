using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>The reasons for which a document is held before it is sent: each ends by itself once its cause is gone.</summary>
public sealed class DocumentHoldTests
{
    private static Rig WithClient(RigOptions? options = null)
    {
        var rig = new Rig(options);
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        return rig;
    }

    [Fact]
    [Produces(HoldReason.UnmappedVatRate)]
    public void Unmapped_vat_rate_holds_until_it_is_mapped()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(10, "X0")));

        rig.SyncHolding("1", HoldReason.UnmappedVatRate, "Line 2", "X0");
        rig.AssertBooksHold("Acme Ltd");

        rig.SaveMappings(MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2"), new(MappingKind.TaxRate, "X0", "EXEMPTOUTPUT")]);
        rig.SyncReleasing("1");
        Assert.Equal(["OUTPUT2", "EXEMPTOUTPUT"], rig.DocumentOf("DOC-1")!.Lines.Select(line => line.TaxType));
    }

    [Fact]
    [Produces(HoldReason.UnmappedNominal)]
    public void Unmapped_nominal_holds_until_it_is_mapped()
    {
        using var rig = WithClient(new()
        {
            Settings = configuration => configuration with { Documents = configuration.Documents with { HoldUnmappedNominals = true } },
        });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, nominal: "4999")));

        rig.SyncHolding("1", HoldReason.UnmappedNominal, "Line 1", "4999");
        rig.AssertBooksHold("Acme Ltd");

        rig.SaveMappings(MappingKind.Account, [new(MappingKind.Account, "4999", rig.Account("200"))]);
        rig.SyncReleasing("1");
        Assert.Equal("200", rig.DocumentOf("DOC-1")!.Lines.Single().AccountCode);
    }

    [Fact]
    [Produces(HoldReason.AccountUnusable)]
    public void Archived_account_holds_until_it_is_restored()
    {
        using var rig = WithClient();
        var account = Guid.Parse(rig.Account("201"));
        rig.Control.EditAccount(rig.Tenant, account, known => known with { Status = "ARCHIVED" });
        rig.WaitOutTheLongestFlight();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, nominal: "4010")), Make.Invoice("2", "C1", Make.Line(100)));

        rig.SyncHolding("1", HoldReason.AccountUnusable, "Line 1", "4010", "201 Consulting", "archived");
        rig.AssertBooksHold("Acme Ltd", "DOC-2");

        rig.Control.EditAccount(rig.Tenant, account, known => known with { Status = "ACTIVE" });
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1", "DOC-2");
    }

    [Theory]
    [InlineData("201", null, "S20", "4010", HoldReason.AccountUnusable)]
    [InlineData(null, "TAX125", "C125", "4050", HoldReason.TaxRateUnusable)]
    public void Code_archived_since_it_was_read_is_refused_once_and_then_held_without_a_call(
        string? account, string? taxType, string vatRate, string nominal, HoldReason reason)
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        if (account is not null)
        {
            rig.Control.EditAccount(rig.Tenant, Guid.Parse(rig.Account(account)), known => known with { Status = "ARCHIVED" });
        }

        if (taxType is not null)
        {
            rig.Control.AddTaxRate(rig.Tenant, taxType, "Margin 12.5%", 12.5m, rate => rate with { Status = "ARCHIVED" });
        }

        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(100, vatRate, nominal)));
        rig.SyncHolding("2", reason, "The ledger refused it");
        rig.Control.ClearCalls();

        rig.SyncHolding("2", reason, "archived");
        Assert.Empty(rig.Writes);
    }

    [Fact]
    [Produces(HoldReason.AccountUnusable)]
    public void Account_that_takes_no_sales_holds_an_invoice()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, nominal: "2100")));

        rig.SyncHolding("1", HoldReason.AccountUnusable, "2100", "835 Deferred Income", "sales");
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    [Produces(HoldReason.TaxRateUnusable)]
    public void Archived_tax_rate_holds_until_it_is_restored()
    {
        using var rig = WithClient();
        SetStatus("ARCHIVED");
        rig.WaitOutTheLongestFlight();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, "C125", "4050")));

        rig.SyncHolding("1", HoldReason.TaxRateUnusable, "TAX125", "archived");
        rig.AssertBooksHold("Acme Ltd");

        SetStatus("ACTIVE");
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");

        void SetStatus(string status) =>
            rig.Control.AddTaxRate(rig.Tenant, "TAX125", "Margin 12.5%", 12.5m, rate => rate with { Status = status });
    }

    [Fact]
    [Produces(HoldReason.TaxRateUnusable)]
    public void Tax_rate_of_purchases_holds_until_another_one_is_mapped()
    {
        using var rig = WithClient();
        rig.SaveMappingsUnchecked(MappingKind.TaxRate, new CodeMapping(MappingKind.TaxRate, "S20", "INPUT2"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncHolding("1", HoldReason.TaxRateUnusable, "INPUT2", "does not apply to revenue");
        rig.AssertBooksHold("Acme Ltd");

        rig.SaveMappings();
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Produces(HoldReason.ItemUnusable)]
    public void Item_with_tracked_stock_holds_until_it_is_not_tracked()
    {
        using var rig = WithClient();
        SetTracked(true);
        rig.WaitOutTheLongestFlight();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100) with { DepartmentCode = "CONS" }));

        rig.SyncHolding("1", HoldReason.ItemUnusable, "CONS", "tracked");
        rig.AssertBooksHold("Acme Ltd");

        SetTracked(false);
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");

        void SetTracked(bool tracked)
        {
            var id = rig.Books.Items.Single(item => item.Code == "CONS").Id;
            rig.Control.AddItem(rig.Tenant, "CONS", "Consulting", "201", "OUTPUT2", item => item with { Id = id, IsTracked = tracked });
        }
    }

    [Fact]
    [Produces(HoldReason.CurrencyNotSubscribed)]
    public void Foreign_currency_holds_until_the_organisation_uses_it()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Currency = new("USD") });

        rig.SyncHolding("1", HoldReason.CurrencyNotSubscribed, "USD");
        rig.AssertBooksHold("Acme Ltd");

        rig.Control.AddCurrency(rig.Tenant, "USD");
        rig.SyncReleasing("1");
        Assert.Equal("USD", rig.DocumentOf("DOC-1")!.CurrencyCode);
    }

    [Fact]
    [Produces(HoldReason.PeriodLocked)]
    public void Locked_period_holds_until_the_lock_is_moved()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Date = new(2026, 9, 30) });

        rig.SyncHolding("1", HoldReason.PeriodLocked, "2026-09-30");
        rig.AssertBooksHold("Acme Ltd");

        rig.Control.SetLockDates(rig.Tenant, new(2026, 9, 29));
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Theory]
    [Produces(HoldReason.PeriodLocked)]
    [InlineData(false)]
    [InlineData(true)]
    public void Period_locked_between_plan_and_apply_is_refused_by_Xero_and_held(bool endOfYear)
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Journal("2", 10));
        var plan = rig.Plan();
        rig.Control.SetLockDates(rig.Tenant, endOfYear ? null : new(2026, 10, 31), endOfYear ? new(2026, 10, 31) : null);

        var result = rig.Apply(plan);

        var reason = endOfYear ? HoldReason.YearLocked : HoldReason.PeriodLocked;
        rig.AssertHeld(result, "1", reason, "lock date");
        rig.AssertHeld(result, "2", reason, "lock date");
        rig.AssertBooksHold("Acme Ltd");
    }

    [Fact]
    [Produces(HoldReason.TotalsDiffer)]
    public void Totals_a_penny_apart_hold_until_they_are_corrected()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Vat = 20.01m });

        rig.SyncHolding("1", HoldReason.TotalsDiffer, "20.01", "20.00");
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Produces(HoldReason.UnbalancedJournal)]
    public void Unbalanced_journal_is_held_until_it_balances()
    {
        using var rig = new Rig();
        rig.Invoices.Save(Make.Journal("1", 10) with { Allocations = [Make.Line(10.01m), Make.Line(-10, nominal: "2100")] });

        rig.SyncHolding("1", HoldReason.UnbalancedJournal, "0.01");
        rig.AssertBooksHold();

        rig.Invoices.Save(Make.Journal("1", 10));
        rig.SyncReleasing("1");
        Assert.Equal(10m, rig.JournalOf("1")!.Debits);
    }

    [Fact]
    [Produces(HoldReason.NetZeroWithVat)]
    public void Vat_without_a_net_amount_holds_until_the_document_is_split()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(-100, "Z0")));

        rig.SyncHolding("1", HoldReason.NetZeroWithVat, "20");
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Theory]
    [Produces(HoldReason.MissingDescription)]
    [InlineData(" ", 10, "no description")]
    [InlineData(null, 0, "no description")]
    [InlineData("long", 10, "4001")]
    public void Line_without_a_usable_description_holds_until_it_is_described(string? description, int amount, string inDetail)
    {
        using var rig = WithClient();
        var text = description == "long" ? new string('x', 4001) : description;
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(amount) with { Description = text }));

        rig.SyncHolding("1", HoldReason.MissingDescription, "ine", "2", inDetail);
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(amount)));
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Produces(HoldReason.MissingDueDate)]
    public void Missing_due_date_holds_until_it_is_entered()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { DueDate = null });

        rig.SyncHolding("1", HoldReason.MissingDueDate, "due date");
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }

    [Fact]
    [Produces(HoldReason.TooManyDecimals)]
    public void Five_decimals_hold_until_they_are_four()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100) with { Quantity = 1.00001m }));

        rig.SyncHolding("1", HoldReason.TooManyDecimals, "Line 1", "1.00001");
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100) with { Quantity = 1.0001m }));
        rig.SyncReleasing("1");
        Assert.Equal(1.0001m, rig.DocumentOf("DOC-1")!.Lines.Single().Quantity);
    }

    [Theory]
    [Produces(HoldReason.NumberInvalid)]
    [InlineData(0)]
    [InlineData(256)]
    public void Number_that_is_empty_or_too_long_holds_until_it_is_corrected(int length)
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Reference = new string('9', length) });

        rig.SyncHolding("1", HoldReason.NumberInvalid, $" {length} ");
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Reference = new string('9', 255) });
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", new string('9', 255));
    }

    [Fact]
    [Produces(HoldReason.NumberTaken)]
    public void Second_invoice_with_a_number_is_held_until_it_is_renumbered()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(200)) with { Reference = "doc-1" });

        rig.SyncHolding("2", HoldReason.NumberTaken, "doc-1", "document 1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");

        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(200)));
        rig.SyncReleasing("2");
        rig.AssertBooksHold("Acme Ltd", "DOC-1", "DOC-2");
    }

    [Fact]
    [Produces(HoldReason.NumberTaken)]
    public void Number_of_an_invoice_entered_by_hand_is_refused_by_Xero_and_held()
    {
        using var rig = WithClient();
        rig.SyncWhole();
        var byHand = rig.Control.AddDocument(rig.Tenant, rig.ContactOf("C1")!.Id, "ACCREC", "DOC-1", new(2026, 10, 1), 5);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(50)));

        rig.SyncHolding("1", HoldReason.NumberTaken, "Invoice # must be unique");
        Assert.Equal(5m, rig.Books.Invoices.Single(invoice => invoice.Id == byHand).Gross);
        rig.AssertBooksHold("Acme Ltd", "DOC-1", "DOC-2");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Reference = "DOC-1A" });
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1", "DOC-1A", "DOC-2");
    }

    [Fact]
    [Produces(HoldReason.AppliesToNotSynced)]
    public void Credit_note_for_a_held_invoice_is_held_until_the_invoice_is_sent()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { DueDate = null }, Make.CreditNote("2", "C1", 40, "1"));

        rig.SyncHolding("2", HoldReason.AppliesToNotSynced, "invoice 1");
        rig.AssertBooksHold("Acme Ltd");

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncReleasing("2");
        Assert.Equal(48m, rig.Books.Allocations.Single().Amount);
    }

    [Fact]
    [Produces(HoldReason.AppliesToNotSynced)]
    public void Credit_note_for_an_invoice_voided_at_the_same_time_is_held_and_the_invoice_voided()
    {
        using var rig = WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Status = InvoiceStatus.Voided }, Make.CreditNote("2", "C1", 40, "1"));

        rig.SyncHolding("2", HoldReason.AppliesToNotSynced, "invoice 1");
        Assert.Equal("VOIDED", rig.DocumentOf("DOC-1")!.Status);
        Assert.Null(rig.DocumentOf("DOC-2"));
    }

    [Fact]
    [Produces(HoldReason.OutcomeUnknown)]
    public void Unknown_outcome_holds_until_the_longest_flight_has_passed()
    {
        using var rig = WithClient();
        rig.SyncWhole();
        rig.Control.InjectFault(new(Xero.Emulator.FaultKind.ServerError) { Method = "PUT", PathPrefix = "/Invoices" });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        rig.SyncHolding("1", HoldReason.OutcomeUnknown, "Create");
        rig.SyncHolding("1", HoldReason.OutcomeUnknown, "Create", "not known yet");
        rig.AssertBooksHold("Acme Ltd");

        rig.SyncReleasing("1");
        rig.AssertBooksHold("Acme Ltd", "DOC-1");
    }
}
