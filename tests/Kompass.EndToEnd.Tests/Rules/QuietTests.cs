using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What does not change in Kompass is not written again.</summary>
public sealed class QuietTests
{
    private static Rig Synced()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Birch"));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100)),
            Make.Invoice("2", "C2", Make.Line(50)),
            Make.CreditNote("3", "C1", 40, "1"),
            Make.Journal("4", 10));
        var result = rig.SyncWhole();
        Assert.Equal(
            new SyncCounts { ContactsCreated = 2, InvoicesCreated = 2, CreditNotesCreated = 1, JournalsCreated = 1, CreditsAllocated = 1 },
            result.Counts);
        rig.Advance(TimeSpan.FromHours(1));
        rig.Control.ClearCalls();
        return rig;
    }

    [Fact]
    public void Second_sync_reads_the_organisation_and_what_changed_of_each_kind_and_writes_nothing()
    {
        using var rig = Synced();

        Assert.Equal(new SyncCounts(), rig.SyncWhole().Counts);

        string[] changes = ["/api.xro/2.0/Invoices", "/api.xro/2.0/CreditNotes", "/api.xro/2.0/ManualJournals"];
        Assert.Equal(["/api.xro/2.0/Organisation", "/api.xro/2.0/Contacts", .. changes], rig.Control.Calls.Where(call => call.IsAccounting).Select(call => call.Path));
    }

    [Fact]
    public void Posting_in_Kompass_writes_nothing()
    {
        using var rig = Synced();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { Status = InvoiceStatus.Posted });

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void Mapping_change_applies_to_documents_not_yet_sent_alone()
    {
        using var rig = Synced();
        rig.SaveMappings(MappingKind.Account, [new(MappingKind.Account, "4000", rig.Account("201")), new(MappingKind.Account, "2100", rig.Account("835"))]);
        rig.SaveMappings(MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")]);
        rig.SaveMappings(MappingKind.Item, []);
        Assert.Empty(rig.Plan().Operations);

        rig.Invoices.Save(Make.Invoice("5", "C1", Make.Line(7)));
        Assert.Equal(new SyncCounts { InvoicesCreated = 1 }, rig.SyncWhole().Counts);

        Assert.Equal("201", rig.DocumentOf("DOC-5")!.Lines.Single().AccountCode);
        Assert.Equal("200", rig.DocumentOf("DOC-1")!.Lines.Single().AccountCode);
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void New_process_over_the_same_database_writes_nothing()
    {
        using var rig = Synced();
        rig.Restart();

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void Plan_writes_nothing_and_says_what_the_books_will_hold()
    {
        using var rig = Synced();
        rig.Invoices.Save(
            Make.Invoice("5", "C1", Make.Line(100), Make.Line(30, nominal: "4999")),
            Make.CreditNote("6", "C1", 20),
            Make.Journal("7", 15));

        var plan = rig.Plan();

        Assert.Empty(rig.Writes);
        Assert.Equal(plan.AccountTotals.Sum(total => total.Debit), plan.AccountTotals.Sum(total => total.Credit));
        Assert.Equal((20m, 115m), Total("200 Sales"));
        Assert.Equal((15m, 0m), Total("835 Deferred Income"));
        Assert.Equal((4m, 26m), Total("VAT"));
        Assert.Equal((156m, 24m), Total("Receivables"));
        Assert.Equal(30m, Assert.Single(plan.AccountTotals, total => total.IsDefault).Credit);
        Assert.Equal(3, plan.EstimatedCalls);
        Assert.Equal(plan.Postings.Sum(posting => posting.Credit), plan.AccountTotals.Sum(total => total.Credit));

        (decimal, decimal) Total(string account) => plan.AccountTotals.Where(total => total.Account == account).Select(total => (total.Debit, total.Credit)).Single();
    }
}
