using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Once everything is in Xero, Kompass is asked for changes alone; what waits, and what else decides, is not forgotten over it.</summary>
public sealed class ChangesAloneTests
{
    [Fact]
    public void Nothing_that_did_not_change_is_read_again()
    {
        using var rig = Rested();

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        Assert.Equal((0, 0), (rig.Clients.WholeReads, rig.Invoices.WholeReads));
        Assert.Empty(rig.Clients.Read);
        Assert.Empty(rig.Invoices.Read);
    }

    [Fact]
    public void Changes_are_read_and_sent()
    {
        using var rig = Rested();
        rig.Clients.Save(Make.Client("C3", "Cedar Works"));
        rig.Invoices.Save(Make.Invoice("3", "C3", Make.Line(30)), rig.Invoices[new("1")].WithLines(Make.Line(120)));

        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1, DocumentsUpdated = 1 }, rig.SyncWhole().Counts);

        Assert.Equal(0, rig.Invoices.WholeReads);
        Assert.Equal(144m, rig.DocumentOf("DOC-1")!.Gross);
    }

    [Fact]
    public void Held_document_is_looked_at_again_though_it_did_not_change()
    {
        using var rig = Rested();
        var contact = rig.ContactOf("C1")!.Id;
        rig.Control.ArchiveContact(rig.Tenant, contact);
        rig.Invoices.Save(Make.Invoice("3", "C1", Make.Line(30)));
        Rest(rig);
        Assert.Equal(HoldReason.ContactArchived, rig.HoldOf("3")!.Reason);

        rig.Control.RestoreContact(rig.Tenant, contact);
        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);

        Assert.Equal(0, rig.Invoices.WholeReads);
        Assert.Null(rig.HoldOf("3"));
    }

    [Fact]
    public void Held_document_that_is_deleted_is_held_no_more()
    {
        using var rig = Rested();
        rig.Invoices.Save(Make.Invoice("3", "C9", Make.Line(30)));
        Rest(rig);
        Assert.Equal(HoldReason.UnlinkedClient, rig.HoldOf("3")!.Reason);

        rig.Invoices.Delete(new("3"));
        Assert.Empty(rig.SyncWhole().Holds);
    }

    [Fact]
    public void Sent_document_that_is_deleted_is_held()
    {
        using var rig = Rested();
        rig.Invoices.Delete(new("1"));

        Assert.Equal(HoldReason.Withdrawn, Assert.Single(rig.SyncWhole().Holds).Reason);
        Rest(rig);

        Assert.Equal(HoldReason.Withdrawn, rig.HoldOf("1")!.Reason);
    }

    [Fact]
    public void Mapping_change_looks_at_everything_again()
    {
        using var rig = Rested();
        rig.Invoices.Save(Make.Invoice("3", "C1", Make.Line(30, vat: "X0")));
        Rest(rig);
        Assert.Equal(HoldReason.UnmappedVatRate, rig.HoldOf("3")!.Reason);
        rig.SaveMappings(MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2"), new(MappingKind.TaxRate, "X0", "ZERORATEDOUTPUT")]);

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);

        Assert.Equal((1, 1), (rig.Clients.WholeReads, rig.Invoices.WholeReads));
    }

    [Fact]
    public void Cut_over_that_moves_back_sends_what_was_rightly_not_sent()
    {
        using var rig = new Rig(new() { Settings = configuration => configuration with { CutOverDate = new(2026, 10, 20) } });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        Rest(rig);
        Assert.Null(rig.DocumentOf("DOC-1"));

        rig.SaveSettings(configuration => configuration with { CutOverDate = new(2026, 10, 1) });

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Lock_date_that_moves_looks_at_everything_again()
    {
        using var rig = Rested();
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 1));

        rig.SyncWhole();

        Assert.Equal(1, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Unlinked_client_is_planned_again_though_it_did_not_change()
    {
        using var rig = Rested();
        rig.Run(() => rig.Process.Get<IReconciler>().UnlinkAsync(rig.Id, new("C1"), "ada", default));

        var hold = Assert.Single(rig.SyncWhole().Holds);

        Assert.Equal("C1", hold.Record.Id);
    }

    [Fact]
    public void Client_without_documents_is_sent_with_its_first_document()
    {
        using var rig = new Rig(new()
        {
            Settings = configuration => configuration with { Contacts = configuration.Contacts with { Scope = ClientScope.WithDocuments } },
        });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Birch"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        Rest(rig);
        Assert.Null(rig.ContactOf("C2"));

        rig.Invoices.Save(Make.Invoice("2", "C2", Make.Line(50)));

        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1 }, rig.SyncWhole().Counts);
        Assert.Equal((0, 0), (rig.Clients.WholeReads, rig.Invoices.WholeReads));
    }

    [Fact]
    public void Credit_note_settles_an_invoice_that_did_not_change()
    {
        using var rig = Rested();
        rig.Invoices.Save(Make.CreditNote("3", "C1", 40, "1"));

        Assert.Equal(new SyncCounts { CreditNotesCreated = 1, CreditsAllocated = 1 }, rig.SyncWhole().Counts);

        Assert.Equal(0, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Run_that_failed_leaves_its_changes_to_the_next_one()
    {
        using var rig = Rested();
        rig.Invoices.Save(Make.Invoice("3", "C1", Make.Line(30)));
        rig.Control.InjectFault(new(FaultKind.Unavailable) { Method = "PUT", PathPrefix = "/Invoices" });
        Assert.NotEqual(1, rig.Sync().Counts.InvoicesCreated);
        rig.Control.ClearFaults();
        rig.WaitOutTheLongestFlight();

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
        rig.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Change_that_was_committed_late_is_found_by_the_next_run()
    {
        using var rig = Rested();
        rig.Invoices.Save(Make.Invoice("3", "C1", Make.Line(30)));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(15));

        rig.Invoices.SaveLate(Make.Invoice("4", "C1", Make.Line(40)));

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
        Assert.Equal(0, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Change_that_no_cursor_shows_is_found_within_a_day()
    {
        using var rig = Rested();
        rig.Invoices.SaveLate(Make.Invoice("3", "C1", Make.Line(30)), before: 2);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        rig.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
        Assert.Equal(1, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Source_that_kept_no_changes_is_read_whole()
    {
        using var rig = Rested();
        rig.Invoices.ForgetsChanges = true;
        rig.Invoices.Save(Make.Invoice("3", "C1", Make.Line(30)));

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);

        Assert.Equal(1, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Large_load_is_sent_in_parts_credit_notes_after_their_invoices()
    {
        using var rig = new Rig(new() { Sync = options => options.DocumentsAtOnce = 3 });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.CreditNote("CN1", "C1", 10, "I9"), Make.CreditNote("CN2", "C1", 10, "I8"));
        rig.Invoices.Save(Make.Invoice("H1", "C9", Make.Line(1)), Make.Invoice("H2", "C9", Make.Line(1)), Make.Invoice("H3", "C9", Make.Line(1)));
        rig.Invoices.Save(Enumerable.Range(0, 10).Select(number => Make.Invoice($"I{number}", "C1", Make.Line(100))));

        var result = rig.SyncWhole();

        Assert.Equal(
            new SyncCounts { ContactsCreated = 1, InvoicesCreated = 10, CreditNotesCreated = 2, CreditsAllocated = 2, Held = 3 },
            result.Counts);
        Assert.Equal(["H1", "H2", "H3"], result.Holds.Select(hold => hold.Record.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plan_that_a_person_asks_for_is_of_every_record()
    {
        using var rig = Rested();
        rig.Invoices.Save(Make.Invoice("3", "C1", Make.Line(30)) with { Synchronize = false });
        Rest(rig);

        var plan = rig.Plan();

        Assert.Equal("3", Assert.Single(plan.Skipped).Record.Id);
        Assert.Equal(4, plan.Unchanged);
    }

    /// <summary>Two clients and two invoices in Xero, and runs enough that changes alone are read.</summary>
    private static Rig Rested()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Birch"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C2", Make.Line(50)));
        Rest(rig);
        Assert.Equal(2, rig.Books.Invoices.Count);
        return rig;
    }

    private static void Rest(Rig rig)
    {
        for (var run = 0; run < 3; run++)
        {
            rig.SyncWhole();
            rig.Advance(TimeSpan.FromMinutes(15));
        }

        rig.Clients.ClearReads();
        rig.Invoices.ClearReads();
    }
}
