using Kompass.Accounting;
using static Kompass.EndToEnd.Tests.RepairRig;

namespace Kompass.EndToEnd.Tests;

/// <summary>What people do in Xero to what was sent is found, told and tied out, and never overwritten.</summary>
public sealed class DriftTests
{
    private static Rig Sent()
    {
        var rig = Rig.WithClient();
        rig.Invoices.Save(Enumerable.Range(1, 6).Select(number => Make.Invoice($"{number}", "C1", Make.Line(100))));
        rig.Invoices.Save(Make.CreditNote("7", "C1", 40, "6"), Make.Journal("8", 10));
        Assert.True(rig.SyncWhole().TieOut!.IsEqual);
        rig.Advance(TimeSpan.FromMinutes(20));
        return rig;
    }

    [Fact]
    public void Each_thing_that_people_do_is_told_once_with_its_remedy()
    {
        using var rig = Sent();
        var control = rig.Control;
        Assert.True(rig.SyncWhole().TieOut!.IsEqual);
        Assert.All(Enumerable.Range(1, 5).Append(8), number => Assert.Null(rig.Statuses[Document($"{number}")]?.Drift));
        Assert.Null(rig.Statuses[Document("7")]?.Drift);
        rig.Advance(TimeSpan.FromMinutes(20));

        control.PayInvoice(rig.Tenant, Id("1"), 50, new(2026, 11, 1));
        control.PayInvoice(rig.Tenant, Id("2"), 120, new(2026, 11, 2));
        control.VoidInvoice(rig.Tenant, Id("3"));
        control.EditInvoice(rig.Tenant, Id("4"), document => document with { Lines = [.. document.Lines.Select(line => line with { Description = "Other" })] });
        control.EditInvoice(rig.Tenant, Id("5"), document => document with { Reference = "Checked by Jo" });
        rig.SyncWhole();

        AssertDrift("1", DriftKind.PartPaid, "50.00 is paid");
        AssertDrift("2", DriftKind.Paid, "120.00 is paid");
        AssertDrift("3", DriftKind.Voided, "Document DOC-3 was voided");
        AssertDrift("4", DriftKind.Edited, "lines");
        AssertDrift("5", DriftKind.Touched, "says what was sent");
        AssertDrift("6", DriftKind.Credited, "48.00 credited");
        var paid = rig.Statuses[Document("2")]!;
        Assert.Equal((120m, new DateOnly(2026, 11, 2), RecordState.Synced), (paid.AmountPaid, paid.PaidOn!.Value, paid.State));
        Assert.Equal(RecordState.Voided, rig.Statuses[Document("3")]!.State);
        Assert.Equal(DriftKind.PartPaid, rig.LinkOf("1")!.Standing!.Drift!.Kind);

        rig.Statuses.Clear();
        rig.Advance(TimeSpan.FromMinutes(20));
        rig.SyncWhole();
        Assert.Null(rig.Statuses[Document("1")]);
        Assert.Equal(DriftKind.Edited, rig.LinkOf("4")!.Standing!.Drift!.Kind);

        rig.Invoices.Save(Make.Invoice("4", "C1", Make.Line(200)));
        rig.SyncHolding("4", HoldReason.EditedRemotely);
        Assert.Equal(120, rig.DocumentOf("DOC-4")!.Gross);

        Guid Id(string number) => rig.DocumentOf("DOC-" + number)!.Id;

        void AssertDrift(string id, DriftKind kind, string detail)
        {
            var drift = rig.Statuses[Document(id)]?.Drift;
            Assert.True(drift is not null, $"Nothing is told of {id}.");
            Assert.Equal((kind, drift.Detail), (drift.Kind, drift.Detail));
            Assert.Contains(detail, drift.Detail, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(drift.Remedy));
        }
    }

    [Fact]
    public void Tie_out_names_what_is_lost_altered_and_doubled()
    {
        using var rig = Sent();
        rig.Control.VoidInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id);
        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-2")!.Id, document => document with
        {
            Lines = [.. document.Lines.Select(line => line with { UnitAmount = 90, LineAmount = 90, TaxAmount = 18 })],
        });
        var second = rig.Control.AddDocument(rig.Tenant, rig.ContactOf("C1")!.Id, "ACCREC", "BY-HAND", new(2026, 10, 15), 120);
        rig.Control.EditInvoice(rig.Tenant, second, document => document with { Number = "DOC-3" });
        rig.Control.EditJournal(rig.Tenant, rig.JournalOf("8")!.Id, journal => journal with { Status = "VOIDED" });

        var tieOut = rig.SyncWhole().TieOut!;

        Assert.Equal(
            [("1", 120m, 0m), ("2", 120m, 108m), ("3", 120m, 240m), ("8", 10m, 0m)],
            tieOut.Differences.Select(difference => (difference.Record.Id, difference.Sent, difference.Ledger)));
        var invoices = tieOut.Lines.Single(line => line.Kind == DocumentKind.Invoice);
        Assert.Equal((6, 720m, 6, 708m), (invoices.SentCount, invoices.SentTotal, invoices.LedgerCount, invoices.LedgerTotal));
        Assert.False(tieOut.IsEqual);
        Assert.Equal(DriftKind.Doubled, rig.Statuses[Document("3")]?.Drift?.Kind);
        var run = Assert.Single(rig.Run(() => rig.Process.Get<ISyncJournal>().GetRunsAsync(rig.Id, 1, default)));
        Assert.Equal(tieOut.Differences, run.TieOut!.Differences);

        rig.Control.VoidInvoice(rig.Tenant, second);
        rig.Advance(TimeSpan.FromMinutes(20));
        rig.Control.ClearCalls();
        Assert.Equal(["1", "2", "8"], rig.SyncWhole().TieOut!.Differences.Select(difference => difference.Record.Id));
        Assert.Equal(5, rig.Control.AccountingCalls);
    }

    [Fact]
    public void Long_lists_are_looked_at_part_by_part_and_nothing_is_left_out()
    {
        using var rig = new Rig(new() { Sync = options => (options.DocumentsLookedAtOnce, options.DriftInterval) = (2, TimeSpan.FromHours(3)) });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        foreach (var number in Enumerable.Range(1, 7))
        {
            rig.Invoices.Save(Make.Invoice($"{number}", "C1", Make.Line(100)));
            rig.SyncWhole();
            rig.Advance(TimeSpan.FromMinutes(10));
        }

        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-2")!.Id, 120, new(2026, 11, 1));
        for (var run = 0; run < 8 && rig.LinkOf("2")!.Standing is null; run++)
        {
            rig.Advance(TimeSpan.FromHours(3));
            rig.Control.ClearCalls();
            rig.SyncWhole();
            Assert.True(rig.Control.AccountingCalls <= 3);
        }

        Assert.Equal(DriftKind.Paid, rig.LinkOf("2")!.Standing!.Drift!.Kind);
    }

    [Fact]
    public void Contacts_that_are_renamed_archived_and_back_are_told()
    {
        using var rig = Rig.WithClient();
        var contact = rig.ContactOf("C1")!.Id;

        rig.Control.RenameContact(rig.Tenant, contact, "Acme Holdings");
        rig.SyncWhole();
        Assert.Equal(DriftKind.Renamed, rig.Statuses[Client("C1")]?.Drift?.Kind);

        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.RenameContact(rig.Tenant, contact, "Acme Ltd");
        rig.Control.ArchiveContact(rig.Tenant, contact);
        rig.SyncWhole();
        Assert.Equal(DriftKind.Archived, rig.Statuses[Client("C1")]?.Drift?.Kind);

        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.RestoreContact(rig.Tenant, contact);
        rig.SyncWhole();
        Assert.Null(rig.Statuses[Client("C1")]?.Drift);
        Assert.Empty(rig.Writes);
    }
}
