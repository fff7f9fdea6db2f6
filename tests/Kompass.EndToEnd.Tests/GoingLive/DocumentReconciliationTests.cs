using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Going live with books in which people entered some of Kompass's documents before.</summary>
public sealed class DocumentReconciliationTests
{
    private static readonly DateOnly Day = new(2026, 10, 15);

    [Fact]
    public void Document_that_agrees_in_everything_is_linked_and_never_sent()
    {
        using var rig = WithClient(out var acme);
        var byHand = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "doc-1", Day, 100);
        var credit = rig.Control.AddDocument(rig.Tenant, acme, "ACCRECCREDIT", "DOC-2", Day, 30);
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100, "O0")),
            Make.Invoice("2", "C1", Make.Line(-30, "O0")) with { DueDate = null },
            Make.Invoice("3", "C1", Make.Line(5, "O0")));

        var result = rig.CompareAndKeep(out var comparison);

        Assert.Equal([DocumentFate.Link, DocumentFate.Link, DocumentFate.Create], comparison.Findings.Select(finding => finding.Fate));
        Assert.Equal(new DocumentReconciliationResult(2, 0, 0, 0), result);
        Assert.Empty(rig.Writes);
        Assert.Equal(byHand.ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);
        Assert.Equal(credit.ToString(), rig.LinkOf("2")!.RemoteDocumentId.Value);
        Assert.Equal(new SyncCounts { InvoicesCreated = 1 }, rig.SyncWhole().Counts);
        rig.Restart();
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Equal(2, rig.Books.Invoices.Count);
        Assert.Equal(new(0, 0, 0, 0), rig.CompareAndKeep(out comparison));
        Assert.Empty(comparison.Findings);
    }

    [Theory]
    [InlineData("INV-7", 100, 15, "number differ")]
    [InlineData("DOC-1", 99, 15, "net and gross differ")]
    [InlineData("DOC-1", 100, 16, "date differ")]
    [Produces(HoldReason.AlreadyInLedger)]
    public void Document_that_agrees_in_part_is_held_with_both_sides_until_a_person_decides(string number, int net, int day, string inDetail)
    {
        using var rig = WithClient(out var acme);
        var byHand = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", number, new(2026, 10, day), net);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, "O0")));

        Assert.Equal(new(0, 1, 0, 0), rig.CompareAndKeep(out _));

        var hold = rig.SyncHolding("1", HoldReason.AlreadyInLedger, inDetail, "Kompass: number DOC-1", $"Ledger: number {number}", byHand.ToString());
        rig.Restart();
        Assert.Equal(hold, rig.SyncHolding("1", HoldReason.AlreadyInLedger));
        Assert.Single(rig.Books.Invoices);
    }

    [Fact]
    public void Held_document_is_linked_by_a_person_who_says_that_it_is_the_same()
    {
        using var rig = WithClient(out var acme);
        var other = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "INV-7", Day, 90);
        var same = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "INV-8", Day, 100);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, "O0")));
        rig.CompareAndKeep(out _);

        rig.Relink(RepairRig.Document("1"), other).AssertRefused("net: 100.00 in Kompass, 90.00 in the ledger");
        Assert.True(rig.Relink(RepairRig.Document("1"), same).IsDone);

        Assert.Null(rig.HoldOf("1"));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Equal("INV-8", rig.LinkOf("1")!.Number);
    }

    [Fact]
    public void Held_document_is_created_once_a_person_says_that_it_is_another()
    {
        using var rig = WithClient(out var acme);
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "INV-7", Day, 100);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, "O0")), Make.Invoice("2", "C1", Make.Line(7)));
        rig.CompareAndKeep(out _);

        Assert.Equal([true, false], rig.Release(RepairRig.Document("1"), RepairRig.Document("2")).Select(result => result.IsDone));
        Assert.Equal(2, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Two_documents_that_may_be_one_and_one_that_may_be_two_are_held()
    {
        using var rig = WithClient(out var acme);
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "INV-7", Day, 100);
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "DOC-1", Day, 100);
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "A-1", Day, 55);
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100, "O0")),
            Make.Invoice("2", "C1", Make.Line(55, "O0")) with { Reference = "A-1" },
            Make.Invoice("3", "C1", Make.Line(55, "O0")) with { Reference = "a-1" });

        rig.CompareAndKeep(out var comparison);

        Assert.All(comparison.Findings, finding => Assert.Equal(DocumentFate.Hold, finding.Fate));
        Assert.Contains("2 documents in the ledger may be it", comparison.Findings.Single(finding => finding.Invoice.Id.Value == "1").Reason, StringComparison.Ordinal);
        Assert.All(comparison.Findings.Where(finding => finding.Invoice.Id.Value != "1"), finding => Assert.Contains("any of", finding.Reason, StringComparison.Ordinal));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Our_marker_links_whatever_the_number_and_what_differs_is_held()
    {
        using var rig = WithClient(out var acme);
        var first = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "OLD-1", Day, 100, document => document with { Url = "https://kompass.example/1" });
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "OLD-2", Day, 99, document => document with { Url = "https://kompass.example/2" });
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100, "O0")) with { Url = new("https://kompass.example/1"), Reference = "OLD-1" },
            Make.Invoice("2", "C1", Make.Line(100, "O0")) with { Url = new("https://kompass.example/2") });

        Assert.Equal(new(2, 0, 0, 0), rig.CompareAndKeep(out _));

        Assert.Equal(first.ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);
        Assert.Contains("carries our marker", rig.HoldOf("2")!.Detail, StringComparison.Ordinal);
        rig.SyncHolding("2", HoldReason.StoredDiffers, "is not what was sent", "99.00");
        Assert.Equal(2, rig.Books.Invoices.Count);
    }

    [Fact]
    public void Journal_is_linked_by_its_marker_alone()
    {
        using var rig = WithClient(out _);
        rig.Invoices.Save(Make.Journal("1", 40), Make.Journal("2", 40));
        var marked = rig.Control.AddJournal(rig.Tenant, "Moved [KB:JRN:1:r1]", Day, ("200", -40), ("835", 40));
        rig.Control.AddJournal(rig.Tenant, "By hand", Day, ("200", -41), ("835", 41));

        Assert.Equal(new(1, 0, 0, 0), rig.CompareAndKeep(out var comparison));
        Assert.Equal([DocumentFate.Link, DocumentFate.Create], comparison.Findings.Select(finding => finding.Fate));
        Assert.Equal(marked.ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);

        var byHand = rig.Control.AddJournal(rig.Tenant, "By hand", Day, ("835", 40), ("200", -40));
        Assert.Equal(new(0, 1, 0, 0), rig.CompareAndKeep(out comparison));
        Assert.Contains($"Journal {byHand}", comparison.Findings[0].Reason, StringComparison.Ordinal);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Voided_document_with_the_number_holds_and_a_deleted_draft_does_not()
    {
        using var rig = WithClient(out var acme);
        var voided = rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "DOC-1", Day, 100);
        rig.Control.VoidInvoice(rig.Tenant, voided);
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "DOC-2", Day, 50, document => document with { Status = "DELETED" });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100, "O0")), Make.Invoice("2", "C1", Make.Line(50, "O0")));

        rig.CompareAndKeep(out var comparison);

        Assert.Equal([DocumentFate.Hold, DocumentFate.Create], comparison.Findings.Select(finding => finding.Fate));
        Assert.Contains("voided in the ledger", comparison.Findings[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_documents_are_compared_as_well_and_older_ones_are_not()
    {
        using var rig = WithClient(out var acme);
        rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", "DOC-1", Day, 100);
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100, "X0")),
            Make.Invoice("2", "C1", Make.Line(10)) with { Date = new(2026, 8, 31) },
            Make.Invoice("3", "C1", Make.Line(10)) with { Status = InvoiceStatus.Draft });

        Assert.Equal(new(1, 0, 0, 0), rig.CompareAndKeep(out _));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Comparison_reads_each_kind_once_however_many_documents_there_are()
    {
        using var rig = WithClient(out var acme);
        for (var number = 0; number < 60; number++)
        {
            rig.Control.AddDocument(rig.Tenant, acme, "ACCREC", $"INV-{number}", Day, 1000 + number);
            rig.Invoices.Save(Make.Invoice($"i{number}", "C1", Make.Line(number + 1)));
        }

        rig.Invoices.Save(Make.CreditNote("c", "C1", 5), Make.Journal("j", 3));
        rig.Control.ClearCalls();

        rig.CompareAndKeep(out _);

        var calls = rig.Control.Calls.Where(call => call.IsAccounting).Select(call => call.Path.Split('/')[^1]).ToList();
        Assert.Single(calls, "Invoices");
        Assert.Single(calls, "CreditNotes");
        Assert.Single(calls, "ManualJournals");
    }

    private static Rig WithClient(out Guid contact)
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncWhole();
        contact = rig.ContactOf("C1")!.Id;
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.ClearCalls();
        return rig;
    }
}
