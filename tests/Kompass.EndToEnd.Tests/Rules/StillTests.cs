using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>While nothing changes, no link and no mirrored contact is read that did not change; and no change is missed for it.</summary>
public sealed class StillTests
{
    [Fact]
    public void Run_without_a_change_reads_no_links()
    {
        using var rig = Still();

        var result = rig.SyncWhole();

        Assert.Equal(new SyncCounts(), result.Counts);
        Assert.Equal((0, 0, 0), WholeReads(rig));
        Assert.Equal([new TieOutLine(DocumentKind.Invoice, new("GBP"), 3, 360, 3, 360)], result.TieOut!.Lines);
    }

    [Fact]
    public void Runs_without_a_change_still_look_for_what_people_did()
    {
        using var rig = Still();
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(15));
        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-2")!.Id, 120, new(2026, 11, 1));
        rig.Control.ClearCalls();

        rig.SyncWhole();

        Assert.Equal(DriftKind.Paid, rig.LinkOf("2")!.Standing!.Drift!.Kind);
        Assert.Equal(3, rig.Control.Calls.Count(call => call.IsAccounting));
    }

    [Fact]
    public void Unchanged_records_that_a_source_brings_again_are_looked_up_alone()
    {
        using var rig = Still();
        rig.Invoices.Save(rig.Invoices[new("2")]);
        rig.Clients.Save(rig.Clients[new("C1")]);

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        Assert.Equal((0, 0, 0), WholeReads(rig));
    }

    [Fact]
    public void Invoice_that_is_rightly_not_sent_reads_no_links()
    {
        using var rig = Still();
        rig.Invoices.Save(Make.Invoice("9", "C1", Make.Line(1)) with { Synchronize = false });

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        Assert.Equal((0, 0, 0), WholeReads(rig));
    }

    [Fact]
    public void Changed_invoice_is_sent()
    {
        using var rig = Still();
        rig.Invoices.Save(rig.Invoices[new("2")].WithLines(Make.Line(70)));

        Assert.Equal(1, rig.SyncWhole().Counts.DocumentsUpdated);
    }

    [Fact]
    public void New_client_is_sent()
    {
        using var rig = Still();
        rig.Clients.Save(Make.Client("C2", "Birch"));

        Assert.Equal(1, rig.SyncWhole().Counts.ContactsCreated);
    }

    [Fact]
    public void Contact_that_was_renamed_in_Xero_is_told()
    {
        using var rig = Still();
        rig.Control.RenameContact(rig.Tenant, rig.ContactOf("C1")!.Id, "Acme Holdings");

        rig.SyncWhole();

        Assert.Equal(DriftKind.Renamed, rig.Statuses[RecordKey.Of(new ClientId("C1"))]?.Drift?.Kind);
    }

    [Fact]
    public void Contact_that_another_reader_saw_renamed_is_told()
    {
        using var rig = Still();
        rig.Control.RenameContact(rig.Tenant, rig.ContactOf("C1")!.Id, "Acme Holdings");
        rig.Run(() => rig.Process.Get<IReconciler>().CompareAsync(rig.Id, "ada", progress: null, default));

        rig.SyncWhole();

        Assert.Equal(DriftKind.Renamed, rig.Statuses[RecordKey.Of(new ClientId("C1"))]?.Drift?.Kind);
    }

    [Fact]
    public void Unlinked_client_is_planned_again()
    {
        using var rig = Still();
        rig.Run(() => rig.Process.Get<IReconciler>().UnlinkAsync(rig.Id, new("C1"), "ada", default));

        Assert.Equal("C1", Assert.Single(rig.SyncWhole().Holds).Record.Id);
    }

    [Fact]
    public void Lock_date_that_moves_looks_at_everything_again()
    {
        using var rig = Still();
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 1));

        rig.SyncWhole();

        Assert.Equal(1, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Setting_that_changes_looks_at_everything_again()
    {
        using var rig = Still();
        rig.SaveSettings(configuration => configuration with { CutOverDate = new(2026, 8, 1) });

        rig.SyncWhole();

        Assert.Equal(1, rig.Invoices.WholeReads);
    }

    [Fact]
    public void Every_record_is_looked_at_once_a_day()
    {
        using var rig = Still();
        rig.Advance(TimeSpan.FromDays(1));

        rig.SyncWhole();

        Assert.Equal(1, rig.Invoices.WholeReads);
        Assert.NotEqual((0, 0, 0), WholeReads(rig));
    }

    [Fact]
    public void Held_invoice_is_looked_at_in_each_run()
    {
        using var rig = Still();
        rig.Invoices.Save(Make.Invoice("9", "C9", Make.Line(30)));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(15));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(15));

        rig.Clients.Save(Make.Client("C9", "Cedar"));

        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1 }, rig.SyncWhole().Counts);
    }

    [Fact]
    public void Released_invoice_is_sent_though_nothing_else_changed()
    {
        using var rig = Still();
        var contact = rig.ContactOf("C1")!.Id;
        rig.Control.ArchiveContact(rig.Tenant, contact);
        rig.Invoices.Save(Make.Invoice("9", "C1", Make.Line(30)));
        Assert.Equal(HoldReason.ContactArchived, Assert.Single(rig.SyncWhole().Holds).Reason);
        Rest(rig);
        rig.Control.RestoreContact(rig.Tenant, contact);

        rig.Run(() => rig.Process.Get<IRecordRepair>().RetryAsync(rig.Id, [RecordKey.Of(new InvoiceId("9"))], new("ada", "The contact is back."), default));

        Assert.Equal(1, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Process_that_starts_anew_goes_on_without_reading_links()
    {
        using var rig = Still();
        rig.Restart();

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);

        Assert.Equal((0, 0, 0), WholeReads(rig));
    }

    /// <summary>A client and three invoices in Xero, and runs enough to find nothing to do.</summary>
    private static Rig Still()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Enumerable.Range(1, 3).Select(number => Make.Invoice($"{number}", "C1", Make.Line(100))));
        Rest(rig);
        Assert.Equal(3, rig.Books.Invoices.Count);
        return rig;
    }

    private static void Rest(Rig rig)
    {
        for (var run = 0; run < 4; run++)
        {
            rig.SyncWhole();
            rig.Advance(TimeSpan.FromMinutes(15));
        }

        rig.Clients.ClearReads();
        rig.Invoices.ClearReads();
        rig.Process.ForgetCalls();
    }

    private static (int ContactLinks, int DocumentLinks, int Contacts) WholeReads(Rig rig)
    {
        var mappings = rig.Process.MappingCalls;
        return (
            mappings.GetValueOrDefault(nameof(IMappingStore.GetContactLinksAsync)),
            mappings.GetValueOrDefault(nameof(IMappingStore.GetDocumentLinksAsync)),
            rig.Process.MirrorCalls.GetValueOrDefault(nameof(IContactMirror.GetAllAsync)));
    }
}
