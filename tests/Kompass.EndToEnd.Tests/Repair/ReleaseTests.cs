using Kompass.Accounting;
using static Kompass.EndToEnd.Tests.RepairRig;

namespace Kompass.EndToEnd.Tests;

/// <summary>Holds that a person ends by a decision, and those that end by themselves.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void Look_alike_is_released_as_another_business()
    {
        using var rig = new Rig(new() { Contacts = ["Acme Engineering Limited"], OverrideInterlock = true });
        rig.Clients.Save(Make.Client("C1", "Acme Engineering Ltd"));
        rig.SyncHolding("C1", HoldReason.LookAlike);

        rig.Release(Client("C1")).AssertDone();
        rig.SyncWhole();

        rig.AssertBooksHold("Acme Engineering Limited", "Acme Engineering Ltd");
        Assert.Equal("held: LookAlike", Assert.Single(rig.Audit(Client("C1"))).Before);
    }

    [Fact]
    public void Document_edited_in_the_ledger_is_overwritten_only_after_a_release()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(100)));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(1));
        foreach (var number in new[] { "DOC-1", "DOC-2" })
        {
            rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf(number)!.Id, document => document with { Reference = "Checked by Jo" });
        }

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(200)), Make.Invoice("2", "C1", Make.Line(200)));
        rig.SyncHolding("1", HoldReason.EditedRemotely);
        rig.SyncHolding("2", HoldReason.EditedRemotely);

        rig.Release(Document("1")).AssertDone();
        rig.SyncWhole();

        Assert.Equal(240, rig.DocumentOf("DOC-1")!.Gross);
        Assert.Equal(120, rig.DocumentOf("DOC-2")!.Gross);
        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-2")!.Id, 50, new(2026, 11, 1));
        rig.Release(Document("2"))[0].AssertRefused("50.00 paid", "cannot be overwritten");
        rig.SyncWhole();
        Assert.Equal(120, rig.DocumentOf("DOC-2")!.Gross);
    }

    [Fact]
    public void Document_stored_otherwise_is_accepted_by_a_release()
    {
        using var rig = Rig.WithClient();
        rig.Emulator.Options.Switches.NegativeHalves = Xero.Emulator.NegativeHalfRounding.TowardsZero;
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(100), Make.Line(-2.50m, "R5", "4040")));
        rig.SyncHolding("2", HoldReason.StoredDiffers);

        rig.Release(Document("2")).AssertDone();
        rig.SyncWhole();

        Assert.Null(rig.HoldOf("2"));
        Assert.Single(rig.Writes);
        Assert.Equal(RecordState.Synced, rig.Statuses[Document("2")]?.State);
    }

    [Fact]
    public void Release_of_what_ends_by_itself_is_refused_with_the_remedy()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { DueDate = null });
        rig.SyncHolding("1", HoldReason.MissingDueDate);

        rig.Release(Document("1"))[0].AssertRefused("ends by itself", "Enter a due date.");
        rig.Release(Client("C1"))[0].AssertRefused("not held");

        Assert.NotNull(rig.HoldOf("1"));
        Assert.Empty(rig.Audit(Document("1")));
    }

    [Fact]
    public void Fixed_mapping_releases_everything_that_it_held()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SaveMappings(MappingKind.TaxRate, KompassCodes.VatRates.Where(code => code.Key != "S20").Select(code => new CodeMapping(MappingKind.TaxRate, code.Key, code.Value)));
        rig.SaveMappings(MappingKind.Account, KompassCodes.Nominals.Select(code => new CodeMapping(MappingKind.Account, code.Key, rig.Account("620"))));
        rig.Invoices.Save(Enumerable.Range(1, 5).Select(number => Make.Invoice($"{number}", "C1", Make.Line(100))));
        rig.SyncWhole();
        Assert.Equal(5, rig.Holds.Count);

        rig.SaveMappings();
        var result = rig.SyncWhole();

        Assert.Equal(5, result.Counts.InvoicesCreated);
        Assert.Empty(rig.Holds);
        Assert.All(Enumerable.Range(1, 5), number => Assert.Equal(RecordState.Synced, rig.Statuses[Document($"{number}")]?.State));
        Assert.All(rig.Audit().Take(2), entry => Assert.Equal(AuditAction.Map, entry.Action));
    }
}
