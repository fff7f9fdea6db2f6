using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>What Xero stored is compared line by line with what was sent, however its answer came.</summary>
public sealed class StoredDocumentTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Change_that_loses_a_persons_tracking_is_held_in_words(bool isKept)
    {
        using var rig = Rig.WithClient();
        rig.Emulator.Options.Switches.OmittedTrackingIsKept = isKept;
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(50)));
        rig.SyncWhole();
        Track(rig, "DOC-1", rig.LinkOf("1")!.RemoteUpdatedAt);

        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(60)));
        if (isKept)
        {
            rig.SyncWhole();
            Assert.Empty(rig.Holds);
            Assert.All(rig.DocumentOf("DOC-1")!.Lines, line => Assert.Equal("North", line.Tracking.Single().Option));
        }
        else
        {
            rig.SyncHolding("1", HoldReason.StoredDiffers, "line 1 was tracked as Region: North and is now tracked as (none)", "line 2 was tracked");
        }

        Assert.Equal(192m, rig.DocumentOf("DOC-1")!.Gross);
    }

    [Fact]
    public void Document_found_after_a_lost_answer_is_compared_too()
    {
        using var rig = Rig.WithClient();
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", PathPrefix = "/Invoices", Count = Disturb.EveryAttempt });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100), Make.Line(50)));
        rig.Sync();
        Assert.Equal(HoldReason.OutcomeUnknown, rig.HoldOf("1")!.Reason);
        rig.Control.ClearFaults();
        rig.Control.RecodeLines(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, "200", "201");
        rig.WaitOutTheLongestFlight();

        rig.SyncHolding("1", HoldReason.StoredDiffers, "line 1 account 200 was sent, 201 is stored", "line 2 account 200 was sent, 201 is stored");
        Assert.NotNull(rig.LinkOf("1"));
        Assert.Single(rig.Books.Invoices);

        rig.Control.RecodeLines(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, "201", "200");
        rig.SyncReleasing("1");
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Line_that_was_recoded_without_a_newer_time_is_not_overwritten()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.Sync();
        var before = rig.DocumentOf("DOC-1")!.UpdatedDateUtc;
        rig.Control.RecodeLines(rig.Tenant, rig.DocumentOf("DOC-1")!.Id, "200", "201");
        Assert.Equal(before, rig.DocumentOf("DOC-1")!.UpdatedDateUtc);

        rig.Invoices.Save(rig.Invoices[new("1")].WithLines(Make.Line(120)));

        rig.SyncHolding("1", HoldReason.EditedRemotely, "does not say any more what it said");
        Assert.Equal("201", Assert.Single(rig.DocumentOf("DOC-1")!.Lines).AccountCode);
        rig.Release(RepairRig.Document("1")).AssertDone();
        Assert.Equal(1, rig.SyncWhole().Counts.DocumentsUpdated);
    }

    [Fact]
    public void Document_found_as_it_was_sent_is_released_at_once()
    {
        using var rig = Rig.WithClient();
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", Count = Disturb.EveryAttempt, PathPrefix = "/Invoices" });
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(1.2345m) with { Quantity = 3, Description = " Seats \n" }, Make.Line(-0.5m)));
        rig.Sync();
        rig.Control.ClearFaults();

        rig.SyncReleasing("1");
        Assert.Equal(RecordState.Synced, rig.Statuses[RecordKey.Of(new InvoiceId("1"))]?.State);
    }

    /// <summary>A person tracks every line, in the very moment in which the document was written.</summary>
    private static void Track(Rig rig, string number, DateTimeOffset writtenAt)
    {
        rig.Control.AddTrackingCategory(rig.Tenant, "Region", "North");
        var document = rig.DocumentOf(number)!;
        var tracking = new EmulatedTracking(Guid.Empty, Guid.Empty, "Region", "North");
        rig.Control.EditInvoice(rig.Tenant, document.Id, known => known with { Lines = [.. known.Lines.Select(line => line with { Tracking = [tracking] })] });
        Assert.Equal(writtenAt, rig.DocumentOf(number)!.UpdatedDateUtc);
    }
}
