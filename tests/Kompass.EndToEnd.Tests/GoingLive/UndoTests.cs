using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>A run that is taken back: shown first, applied on demand, once.</summary>
public sealed class UndoTests
{
    [Fact]
    public void Plan_says_of_each_change_what_can_be_done_and_why()
    {
        using var rig = WithRun(out var run, 6);
        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-2")!.Id, 20, new(2026, 11, 2));
        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-3")!.Id, 36, new(2026, 11, 2));
        rig.Advance(TimeSpan.FromMinutes(1));
        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-4")!.Id, document => document with { Reference = "By hand" });
        rig.Control.VoidInvoice(rig.Tenant, rig.DocumentOf("DOC-5")!.Id);
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 6));
        rig.Control.ClearCalls();

        var plan = PlanUndo(rig, run);

        Assert.Empty(rig.Writes);
        AssertStep(plan, "C1", UndoRemedy.Person, "never archived");
        AssertStep(plan, "1", UndoRemedy.Void, "Unpaid and unchanged");
        AssertStep(plan, "2", UndoRemedy.CreditNote, "20.00 is paid", "credit note over 4.00");
        AssertStep(plan, "3", UndoRemedy.Person, "36.00 is paid");
        AssertStep(plan, "4", UndoRemedy.Person, "Somebody changed it");
        AssertStep(plan, "5", UndoRemedy.Void, "voided in the ledger");
        AssertStep(plan, "6", UndoRemedy.CreditNote, "the period lock date is 2026-10-06", "dated in the open period");
        Assert.Equal((2, 2, 3), (plan.Count(UndoRemedy.Void), plan.Count(UndoRemedy.CreditNote), plan.Count(UndoRemedy.Person)));
    }

    [Fact]
    public void Document_of_a_filed_period_is_left_and_a_plan_from_before_the_filing_is_not_applied()
    {
        using var rig = WithRun(out var run, 2);
        var early = PlanUndo(rig, run);
        rig.SaveSettings(configuration => configuration with { Documents = configuration.Documents with { VatFiledTo = rig.LinkOf("1")!.Date } });
        rig.Control.ClearCalls();

        Assert.Equal(SyncOutcome.NotRun, ApplyUndo(rig, early).Outcome);
        Assert.Empty(rig.Writes);

        rig.Advance(TimeSpan.FromSeconds(1));
        var plan = PlanUndo(rig, run);
        AssertStep(plan, "1", UndoRemedy.CreditNote, "\"VAT filed to\" is");
        rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, ApplyUndo(rig, plan).Counts.DocumentsVoided);
    }

    [Fact]
    [Produces(HoldReason.Undone)]
    public void Undone_documents_are_voided_once_and_not_sent_anew()
    {
        using var rig = WithRun(out var run, 2);
        var plan = PlanUndo(rig, run);
        rig.Control.ClearCalls();

        var result = ApplyUndo(rig, plan);

        Assert.Equal((SyncOutcome.Completed, 2), (result.Outcome, result.Counts.DocumentsVoided));
        Assert.All(rig.Books.Invoices, invoice => Assert.Equal("VOIDED", invoice.Status));
        Assert.Equal("ACTIVE", rig.ContactOf("C1")!.Status);
        var writes = rig.Writes.Count;
        Assert.Equal(SyncOutcome.NotRun, ApplyUndo(rig, plan).Outcome);
        rig.Advance(TimeSpan.FromSeconds(1));
        var again = PlanUndo(rig, run);
        Assert.True(again.IsEmpty);
        AssertStep(again, "1", UndoRemedy.Nothing, "undone by ada already");
        rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, ApplyUndo(rig, again).Counts.Writes);

        rig.Advance(TimeSpan.FromSeconds(1));
        rig.SyncHolding("1", HoldReason.Undone, "undone by ada", "not sent anew");
        rig.Invoices.Save(rig.Invoices[new("1")] with { Details = "Changed since" });
        rig.Restart();
        rig.SyncHolding("1", HoldReason.Undone, "undone by ada");
        Assert.Equal(writes, rig.Writes.Count);
        Assert.Equal(2, rig.Books.Invoices.Count);
        var shown = rig.Run(() => rig.Process.Get<ISyncJournal>().GetRunsAsync(rig.Id, 10, default));
        Assert.Contains(shown, entry => entry.Message == $"Undo of run {run}, approved by ada.");
    }

    [Fact]
    public void Undone_document_is_at_rest_once_it_is_voided_in_Kompass_as_well()
    {
        using var rig = WithRun(out var run, 1);
        ApplyUndo(rig, PlanUndo(rig, run));
        rig.Advance(TimeSpan.FromSeconds(1));
        rig.SyncHolding("1", HoldReason.Undone);

        rig.Invoices.Save(rig.Invoices[new("1")] with { Status = InvoiceStatus.Voided });

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.Empty(rig.Holds);
    }

    [Fact]
    public void Undone_document_is_sent_anew_once_it_is_released()
    {
        using var rig = WithRun(out var run, 2);
        ApplyUndo(rig, PlanUndo(rig, run));
        rig.Advance(TimeSpan.FromSeconds(1));
        rig.Invoices.Save(rig.Invoices[new("1")] with { Reference = "DOC-1a" });

        Assert.Equal([true, false], rig.Release(RepairRig.Document("1"), RepairRig.Document("x")).Select(result => result.IsDone));
        Assert.Equal(new SyncCounts { InvoicesCreated = 1, Held = 1 }, rig.SyncWhole().Counts);
        Assert.Equal("AUTHORISED", rig.DocumentOf("DOC-1a")!.Status);
        Assert.Equal("VOIDED", rig.DocumentOf("DOC-1")!.Status);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Document_that_was_paid_after_the_plan_is_left()
    {
        using var rig = WithRun(out var run, 2);
        var plan = PlanUndo(rig, run);
        rig.Control.PayInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, 12, new(2026, 11, 2));

        var result = ApplyUndo(rig, plan);

        Assert.Equal(1, result.Counts.DocumentsVoided);
        Assert.Equal(HoldReason.Settled, Assert.Single(result.Holds, hold => hold.Record.Id == "1").Reason);
        Assert.Equal(("PAID", "VOIDED"), (rig.DocumentOf("DOC-1")!.Status, rig.DocumentOf("DOC-2")!.Status));
    }

    [Fact]
    public void Document_that_was_edited_after_the_plan_is_left()
    {
        using var rig = WithRun(out var run, 2);
        var plan = PlanUndo(rig, run);
        rig.Control.EditInvoice(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, document => document with { Reference = "By hand" });

        var result = ApplyUndo(rig, plan);

        Assert.Equal(HoldReason.EditedRemotely, Assert.Single(result.Holds, hold => hold.Record.Id == "1").Reason);
        Assert.Equal(("AUTHORISED", "VOIDED"), (rig.DocumentOf("DOC-1")!.Status, rig.DocumentOf("DOC-2")!.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Undo_that_dies_in_the_middle_is_settled_and_nothing_is_sent_anew(bool answerIsLost)
    {
        using var rig = WithRun(out var run, 2);
        var plan = PlanUndo(rig, run);
        if (answerIsLost)
        {
            rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "POST", Count = Disturb.EveryAttempt });
            Assert.Equal(2, ApplyUndo(rig, plan).Counts.Unknown);
        }
        else
        {
            rig.Process.Journal.Forget();
            rig.Process.Journal.Death = new(nameof(ISyncJournal.RecordAsync), 2, After: false);
            Assert.Throws<ProcessDiedException>(() => ApplyUndo(rig, plan));
        }

        rig.Restart();
        rig.WaitOutTheLongestFlight();

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        Assert.All(rig.Books.Invoices, invoice => Assert.Equal("VOIDED", invoice.Status));
        Assert.Equal(["ada", "ada"], [rig.LinkOf("1")!.UndoneBy!, rig.LinkOf("2")!.UndoneBy!]);
        Assert.Equal(HoldReason.Undone, rig.HoldOf("1")!.Reason);
        rig.Advance(TimeSpan.FromSeconds(1));
        Assert.True(PlanUndo(rig, run).IsEmpty);
    }

    [Fact]
    public void Undo_works_while_the_sync_is_paused_and_voids_credit_notes_and_journals_too()
    {
        using var rig = WithRun(out var _, 0);
        rig.Invoices.Save(Make.Journal("j", 40), Make.CreditNote("c", "C1", 5));
        rig.Advance(TimeSpan.FromSeconds(1));
        var run = rig.SyncWhole().RunId;
        rig.SaveSettings(configuration => configuration with { IsPaused = true });
        rig.Advance(TimeSpan.FromSeconds(1));

        var result = ApplyUndo(rig, PlanUndo(rig, run));

        Assert.Equal(2, result.Counts.DocumentsVoided);
        Assert.Equal(("VOIDED", "VOIDED"), (rig.JournalOf("j")!.Status, rig.DocumentOf("DOC-c")!.Status));
    }

    [Fact]
    public void Run_that_wrote_nothing_is_refused_by_name()
    {
        using var rig = WithRun(out _, 1);
        var refusal = Assert.Throws<ConfigurationException>(() => PlanUndo(rig, new(Guid.Empty)));
        Assert.Contains("wrote nothing", refusal.Message, StringComparison.Ordinal);
    }

    private static Rig WithRun(out RunId run, int invoices)
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        for (var number = 1; number <= invoices; number++)
        {
            rig.Invoices.Save(Make.Invoice($"{number}", "C1", Make.Line(number * 10)) with { Date = new(2026, 10, number == 6 ? 6 : 15) });
        }

        run = rig.SyncWhole().RunId;
        rig.Advance(TimeSpan.FromMinutes(1));
        return rig;
    }

    private static UndoPlan PlanUndo(Rig rig, RunId run) => rig.Run(() => rig.Process.Get<IRunUndo>().PlanUndoAsync(rig.Id, run, default));

    private static SyncResult ApplyUndo(Rig rig, UndoPlan plan) => rig.Run(() => rig.Process.Get<IRunUndo>().ApplyUndoAsync(plan, "ada", null, default));

    private static void AssertStep(UndoPlan plan, string record, UndoRemedy remedy, params string[] inReason)
    {
        var step = plan.Steps.Single(step => step.Record.Id == record);
        Assert.Equal((remedy, step.Reason), (step.Remedy, step.Reason));
        Assert.All(inReason, part => Assert.Contains(part, step.Reason, StringComparison.Ordinal));
    }
}
