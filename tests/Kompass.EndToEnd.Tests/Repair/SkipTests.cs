using Kompass.Accounting;
using Kompass.Xero.Emulator;
using static Kompass.EndToEnd.Tests.RepairRig;

namespace Kompass.EndToEnd.Tests;

/// <summary>Records that a person skips, tries again and releases.</summary>
public sealed class SkipTests
{
    [Fact]
    [Produces(HoldReason.ChangedSinceSkipped)]
    public void Skip_leaves_a_record_alone_until_it_is_taken_back_and_holds_it_when_it_changes()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(50)));

        rig.Skip(Document("1")).AssertDone();
        rig.SyncWhole();

        Assert.Null(rig.DocumentOf("DOC-1"));
        Assert.NotNull(rig.DocumentOf("DOC-2"));
        Assert.Equal(RecordState.Skipped, rig.Statuses[Document("1")]?.State);
        Assert.Contains(rig.Plan().Skipped, skipped => skipped.Record == Document("1") && skipped.Reason == SkipReason.SkippedByPerson);

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(120)));
        rig.SyncHolding("1", HoldReason.ChangedSinceSkipped, "ada", "It was agreed");
        Assert.Null(rig.DocumentOf("DOC-1"));

        rig.Skip(Document("1")).AssertDone();
        rig.SyncWhole();
        Assert.Null(rig.HoldOf("1"));
        Assert.Null(rig.DocumentOf("DOC-1"));

        rig.Unskip(Document("1")).AssertDone();
        rig.SyncWhole();
        Assert.Equal(144, rig.DocumentOf("DOC-1")!.Gross);
        Assert.Equal([AuditAction.Unskip, AuditAction.Skip, AuditAction.Skip], rig.Audit(Document("1")).Select(entry => entry.Action));
    }

    [Fact]
    public void Skip_of_a_client_holds_its_documents_with_the_reason()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.Skip(Client("C1")).AssertDone();

        rig.SyncHolding("1", HoldReason.UnlinkedClient, "ada skipped the client");
        Assert.Empty(rig.Books.Contacts);

        rig.Unskip(Client("C1")).AssertDone();
        rig.SyncReleasing("1");
        Assert.NotNull(rig.DocumentOf("DOC-1"));
    }

    [Fact]
    public void Skip_of_a_deleted_document_ends_its_hold_and_leaves_the_ledger_as_it_is()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        rig.Invoices.Delete(new("1"));
        rig.SyncHolding("1", HoldReason.Withdrawn, "deleted");

        rig.Skip(Document("1")).AssertDone();
        rig.SyncWhole();

        Assert.Null(rig.HoldOf("1"));
        Assert.Equal("AUTHORISED", rig.DocumentOf("DOC-1")!.Status);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncHolding("1", HoldReason.ChangedSinceSkipped);
    }

    [Fact]
    public void Each_record_of_a_repair_has_its_own_result()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.Skip(Document("1")).AssertDone();

        var results = rig.Skip(Document("1"), Document("9"), Client("C1"));

        Assert.Equal([Document("1"), Document("9"), Client("C1")], results.Select(result => result.Record));
        results[0].AssertRefused("ada skipped it already");
        results[1].AssertRefused("Kompass does not list invoice 9");
        Assert.True(results[2].IsDone);
        Assert.Equal([Client("C1"), Document("1")], rig.Audit().Where(entry => entry.Action == AuditAction.Skip).Select(entry => entry.Record!.Value));
        rig.Retry(Document("1"))[0].AssertRefused("Take the skip back first");
        rig.Unskip(Document("9"))[0].AssertRefused("Nobody skipped it");
    }

    [Fact]
    public void Retry_leaves_the_hold_until_the_next_run_has_decided()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)) with { DueDate = null });
        rig.SyncHolding("1", HoldReason.MissingDueDate);

        rig.Retry(Document("1")).AssertDone();
        Assert.NotNull(rig.HoldOf("1"));
        rig.SyncHolding("1", HoldReason.MissingDueDate);

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncReleasing("1");
        Assert.Equal((AuditAction.Retry, "ada", "held: MissingDueDate"), rig.Audit(Document("1")).Select(entry => (entry.Action, entry.Actor, entry.Before!)).Single());
    }

    [Fact]
    public void Record_whose_outcome_is_unknown_is_settled_first_and_else_refused()
    {
        using var rig = Rig.WithClient();
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", Count = 3 });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncHolding("1", HoldReason.OutcomeUnknown);

        rig.Skip(Document("1")).AssertDone();

        Assert.NotNull(rig.LinkOf("1"));
        rig.Control.InjectFault(new(FaultKind.ServerError) { Method = "PUT", Count = 3 });
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(100)));
        rig.SyncHolding("2", HoldReason.OutcomeUnknown);

        rig.Skip(Document("2"))[0].AssertRefused("settled first");

        Assert.Equal(Document("1"), Assert.Single(rig.Skips()).Record);
        rig.WaitOutTheLongestFlight();
        rig.Skip(Document("2")).AssertDone();
        rig.SyncWhole();
        Assert.Null(rig.DocumentOf("DOC-2"));
    }

    [Fact]
    public void Order_without_a_person_or_a_reason_is_refused()
    {
        using var rig = Rig.WithClient();
        var repair = rig.Process.Get<IRecordRepair>();

        Assert.Contains("Who acts must be named", Refused(new(" ", "why")), StringComparison.Ordinal);
        Assert.Contains("reason", Refused(new("ada", "")), StringComparison.Ordinal);
        Assert.Empty(rig.Skips());

        string Refused(RepairOrder order) =>
            Assert.Throws<ConfigurationException>(() => rig.Run(() => repair.SkipAsync(rig.Id, [Client("C1")], order, default))).Message;
    }

    [Fact]
    public void Repair_is_refused_while_a_run_is_at_work()
    {
        using var rig = Rig.WithClient();
        var journal = rig.Process.Get<ISyncJournal>();
        var lease = rig.Run(() => journal.TryAcquireAsync(rig.OrganisationId, "a run", TimeSpan.FromMinutes(1), default))!;

        rig.Skip(Client("C1"))[0].AssertRefused("A run is at work");
        Assert.Empty(rig.Skips());

        rig.Run(() => journal.ReleaseAsync(lease, default));
        rig.Skip(Client("C1")).AssertDone();
    }
}
