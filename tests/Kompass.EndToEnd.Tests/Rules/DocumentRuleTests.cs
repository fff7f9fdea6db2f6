using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What becomes of documents over time.</summary>
public sealed class DocumentRuleTests
{
    private static readonly Invoice First = Make.Invoice("1", "C1", Make.Line(100), Make.Line(50)) with
    {
        OrderReference = "PO-1",
        Url = new("https://kompass.example/invoices/1"),
    };

    private static Rig WithInvoice(RigOptions? options = null)
    {
        var rig = new Rig(options);
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(First);
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));
        rig.Control.ClearCalls();
        return rig;
    }

    [Fact]
    public void Sent_document_carries_its_address_and_tells_Kompass_its_id()
    {
        using var rig = WithInvoice();
        var document = rig.DocumentOf("DOC-1")!;

        Assert.Equal("https://kompass.example/invoices/1", document.Url);
        var status = rig.Statuses[RecordKey.Of(First.Id)]!;
        Assert.Equal((RecordState.Synced, document.Id.ToString(), "DOC-1"), (status.State, status.RemoteId, status.Number));
    }

    [Fact]
    public void Edit_in_Kompass_is_one_read_and_one_update_that_keeps_the_lines()
    {
        using var rig = WithInvoice();
        var before = rig.DocumentOf("DOC-1")!;
        rig.Invoices.Save(First.WithLines(Make.Line(120), Make.Line(50)) with { DueDate = new(2026, 12, 1) });

        Assert.Equal(new SyncCounts { DocumentsUpdated = 1 }, rig.SyncWhole().Counts);

        var after = rig.DocumentOf("DOC-1")!;
        Assert.Equal((before.Id, 170m, 34m, new DateOnly(2026, 12, 1)), (after.Id, after.Net, after.Vat, after.DueDate!.Value));
        Assert.Equal(before.Lines.Select(line => line.Id), after.Lines.Select(line => line.Id));
        Assert.Equal("POST", Assert.Single(rig.Writes).Method);
        Assert.Single(rig.Control.Calls, call => call.Method == "GET" && call.Path.StartsWith("/api.xro/2.0/Invoices", StringComparison.Ordinal)
            && call.Query.Contains("IDs", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Reference_is_written_once_and_never_again()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(First with { OrderReference = "PO-2", Details = "Changed" });

        Assert.Equal(1, rig.SyncWhole().Counts.DocumentsUpdated);
        Assert.Equal("PO-1", rig.DocumentOf("DOC-1")!.Reference);
    }

    [Fact]
    public void Document_voided_on_both_sides_costs_no_write_and_stays_quiet()
    {
        using var rig = WithInvoice();
        rig.Control.VoidInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id);
        rig.Invoices.Save(First with { Status = InvoiceStatus.Voided });

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Equal(RecordState.Voided, rig.Statuses[RecordKey.Of(First.Id)]!.State);

        rig.Invoices.Save(First with { Status = InvoiceStatus.Voided, Details = "A note on a voided document" });
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Holds);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void Voided_document_that_comes_back_to_life_is_held()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(First with { Status = InvoiceStatus.Voided });
        rig.SyncWhole();
        rig.Invoices.Save(First);

        rig.SyncHolding("1", HoldReason.IdentityChanged, "voided");
        Assert.Equal("VOIDED", rig.DocumentOf("DOC-1")!.Status);
    }

    [Fact]
    public void Credit_note_is_used_for_an_invoice_sent_long_before()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(Make.CreditNote("2", "C1", 40, "1"));

        Assert.Equal(new SyncCounts { CreditNotesCreated = 1, CreditsAllocated = 1 }, rig.SyncWhole().Counts);
        Assert.Equal(48m, rig.Books.Allocations.Single().Amount);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Credit_note_that_names_its_invoice_later_is_used_then()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(Make.CreditNote("2", "C1", 40));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Invoices.Save(Make.CreditNote("2", "C1", 40, "1"));

        Assert.Equal(new SyncCounts { DocumentsUpdated = 1, CreditsAllocated = 1 }, rig.SyncWhole().Counts);
        Assert.Equal(48m, rig.Books.Allocations.Single().Amount);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Invoice_edited_and_credited_at_once_is_updated_before_the_credit_is_used()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(First.WithLines(Make.Line(300)), Make.CreditNote("2", "C1", 300, "1"));

        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal((360m, "PAID"), (rig.DocumentOf("DOC-1")!.Gross, rig.DocumentOf("DOC-1")!.Status));
        Assert.Equal(360m, rig.Books.Allocations.Single().Amount);
    }

    [Fact]
    public void Credit_beyond_what_is_left_of_the_invoice_is_held_in_Xeros_words()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(Make.CreditNote("2", "C1", 100, "1"), Make.CreditNote("3", "C1", 100, "1"));

        rig.SyncHolding("3", HoldReason.RefusedByLedger, "outstanding");
        Assert.Equal(120m, rig.Books.Allocations.Single().Amount);
        Assert.Equal(2, rig.Books.CreditNotes.Count);
    }

    [Fact]
    public void Earlier_cut_over_sends_what_was_left_out()
    {
        using var rig = WithInvoice();
        rig.Control.SetLockDates(rig.Tenant, null);
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(10)) with { Date = new(2026, 8, 31) });
        Assert.Equal(SkipReason.BeforeCutOver, rig.Plan().Skipped.Single().Reason);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        rig.SaveSettings(configuration => configuration with { CutOverDate = new(2026, 8, 31) });
        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Deleted_and_voided_document_stays_quiet()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(First with { Status = InvoiceStatus.Voided });
        rig.SyncWhole();
        rig.Invoices.Delete(First.Id);

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Document_changed_in_Xero_between_plan_and_apply_is_held()
    {
        using var rig = WithInvoice();
        rig.Invoices.Save(First.WithLines(Make.Line(999)));
        var plan = rig.Plan();
        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, document => document with { Reference = "Checked" });

        rig.AssertHeld(rig.Apply(plan), "1", HoldReason.EditedRemotely, "changed in the ledger");
        Assert.Equal((150m, "Checked"), (rig.DocumentOf("DOC-1")!.Net, rig.DocumentOf("DOC-1")!.Reference));
    }

    [Fact]
    public void Update_whose_answer_was_lost_is_not_taken_for_done_when_somebody_else_edited_the_document()
    {
        using var rig = WithInvoice();
        rig.Control.InjectFault(new(Xero.Emulator.FaultKind.RequestLost) { Method = "POST", PathPrefix = "/Invoices", Count = 3 });
        rig.Invoices.Save(First.WithLines(Make.Line(110), Make.Line(40)));
        rig.SyncWhole();
        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, document => document with { Reference = "Checked" });
        rig.WaitOutTheLongestFlight();

        rig.SyncHolding("1", HoldReason.EditedRemotely);
        Assert.Equal([100m, 50m], rig.DocumentOf("DOC-1")!.Lines.Select(line => line.LineAmount));
    }
}
