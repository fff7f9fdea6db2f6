using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>A run that was told of changes looks at them although nobody would look yet, and forgets them only once it has.</summary>
public sealed class ToldChangeTests
{
    [Fact]
    public void Run_that_was_told_looks_at_documents_before_the_interval_is_over()
    {
        using var rig = Rested();
        rig.Control.PayInvoice(rig.Tenant, Document(rig, "1"), 120, new(2026, 11, 1));
        rig.Control.VoidInvoice(rig.Tenant, Document(rig, "2"));
        rig.SyncWhole();
        Assert.Null(rig.LinkOf("1")!.Standing?.Drift);

        Tell(rig, RemoteChangeKind.Invoice, Document(rig, "1"), Document(rig, "2"));
        rig.SyncWhole();

        Assert.Equal(DriftKind.Paid, rig.LinkOf("1")!.Standing!.Drift!.Kind);
        Assert.Equal(DriftKind.Voided, rig.LinkOf("2")!.Standing!.Drift!.Kind);
        Assert.Equal(RecordState.Voided, rig.Statuses[RecordKey.Of(new InvoiceId("2"))]!.State);
        Assert.Empty(Waiting(rig));
    }

    [Fact]
    public void Run_right_after_the_first_documents_looks_when_it_was_told()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromSeconds(20));
        rig.Control.PayInvoice(rig.Tenant, Document(rig, "1"), 120, new(2026, 11, 1));

        Tell(rig, RemoteChangeKind.Invoice, Document(rig, "1"));
        rig.SyncWhole();

        Assert.Equal(DriftKind.Paid, rig.LinkOf("1")!.Standing!.Drift!.Kind);
    }

    [Fact]
    public void Kind_that_nothing_was_told_about_is_not_read()
    {
        using var rig = Rested();
        rig.Control.ClearCalls();

        Tell(rig, RemoteChangeKind.Invoice, Document(rig, "1"));
        rig.SyncWhole();

        Assert.Equal(1, Reads(rig, "Invoices"));
        Assert.Equal(0, Reads(rig, "CreditNotes"));
        rig.SyncWhole();
        Assert.Equal(1, Reads(rig, "Invoices"));
    }

    [Fact]
    public void Contact_that_was_told_of_is_read_by_the_run_and_forgotten()
    {
        using var rig = Rested();
        var contact = rig.ContactOf("C1")!.Id;
        rig.Control.ArchiveContact(rig.Tenant, contact);

        Tell(rig, RemoteChangeKind.Contact, contact);
        rig.SyncWhole();

        Assert.Equal(DriftKind.Archived, rig.Statuses[RecordKey.Of(new ClientId("C1"))]?.Drift?.Kind);
        Assert.Empty(Waiting(rig));
    }

    [Fact]
    public void Run_that_cannot_look_leaves_what_was_told_to_the_next_one()
    {
        using var rig = Rested();
        rig.Control.PayInvoice(rig.Tenant, Document(rig, "1"), 120, new(2026, 11, 1));
        Tell(rig, RemoteChangeKind.Invoice, Document(rig, "1"));
        rig.Control.InjectFault(new(FaultKind.ServerError) { Method = "GET", PathPrefix = "/api.xro/2.0/Invoices", Count = 20 });

        rig.SyncWhole();
        Assert.NotEmpty(Waiting(rig));
        rig.Control.ClearFaults();
        rig.SyncWhole();

        Assert.Equal(DriftKind.Paid, rig.LinkOf("1")!.Standing!.Drift!.Kind);
        Assert.Empty(Waiting(rig));
    }

    [Fact]
    public void Run_that_stops_or_may_not_begin_leaves_what_was_told()
    {
        using var rig = Rested();
        Tell(rig, RemoteChangeKind.Invoice, Document(rig, "1"));

        rig.SaveSettings(configuration => configuration with { IsPaused = true });
        Assert.Equal(SyncOutcome.NotRun, rig.Sync().Outcome);
        Assert.NotEmpty(Waiting(rig));

        rig.SaveSettings(configuration => configuration with { IsPaused = false });
        rig.Control.InjectFault(new(FaultKind.DayLimit) { RetryAfter = TimeSpan.FromMinutes(5) });
        Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);
        Assert.NotEmpty(Waiting(rig));
    }

    [Fact]
    public void Run_that_is_parked_while_it_writes_leaves_what_was_told()
    {
        using var rig = Rested();
        Tell(rig, RemoteChangeKind.Invoice, Document(rig, "1"));
        rig.Invoices.Save(Make.Invoice("9", "C1", Make.Line(30)));
        rig.Control.InjectFault(new(FaultKind.DayLimit) { Method = "PUT", RetryAfter = TimeSpan.FromMinutes(5) });

        Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);

        Assert.NotEmpty(Waiting(rig));
    }

    [Fact]
    public void Other_organisations_keep_what_was_told_of_them()
    {
        using var rig = Rested();
        var other = new RemoteChange(new("another"), RemoteChangeKind.Invoice, "1", rig.Now);
        rig.Run(() => rig.Process.Get<IRemoteChangeInbox>().StoreAsync([other], default));

        rig.SyncWhole();

        Assert.Equal(other.OrganisationId, Assert.Single(Waiting(rig)).OrganisationId);
    }

    /// <summary>Three invoices and a credit note, looked at just now.</summary>
    private static Rig Rested()
    {
        var rig = Rig.WithClient();
        rig.Invoices.Save(Enumerable.Range(1, 3).Select(number => Make.Invoice($"{number}", "C1", Make.Line(100))));
        rig.Invoices.Save(Make.CreditNote("7", "C1", 40));
        for (var run = 0; run < 4; run++)
        {
            rig.Advance(TimeSpan.FromMinutes(15));
            rig.SyncWhole();
        }

        rig.Advance(TimeSpan.FromMinutes(1));
        return rig;
    }

    private static Guid Document(Rig rig, string id) => rig.DocumentOf("DOC-" + id)!.Id;

    private static int Reads(Rig rig, string of) =>
        rig.Control.Calls.Count(call => call.IsAccounting && call.Method == "GET" && call.Path.Contains(of, StringComparison.Ordinal));

    private static void Tell(Rig rig, RemoteChangeKind kind, params IEnumerable<Guid> records) => rig.Run(() =>
        rig.Process.Get<IRemoteChangeInbox>().StoreAsync([.. records.Select(id => new RemoteChange(rig.OrganisationId, kind, id.ToString(), rig.Now))], default));

    private static IReadOnlyList<WaitingChanges> Waiting(Rig rig) => rig.Run(() => rig.Process.Get<IRemoteChangeInbox>().GetWaitingAsync(default));
}
