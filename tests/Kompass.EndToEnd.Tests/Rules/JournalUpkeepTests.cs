using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What is long over is archived, and is at hand as before.</summary>
public sealed class JournalUpkeepTests
{
    [Fact]
    public void Old_operations_are_archived_and_their_run_can_still_be_undone()
    {
        using var rig = Synced();
        var run = rig.Runs.Last(each => each.Counts.Writes > 0);

        Assert.Equal(4, Archive(rig));

        Assert.Equal(0, Archive(rig));
        Assert.Equal(2, rig.Run(() => rig.Process.Get<IRunUndo>().PlanUndoAsync(rig.Id, run.Id, default)).Count(UndoRemedy.Void));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Organisation_that_is_being_synced_is_left_to_the_next_time()
    {
        using var rig = Synced();
        var organisation = rig.OrganisationId;
        var journal = rig.Process.Get<ISyncJournal>();
        var lease = rig.Run(() => journal.TryAcquireAsync(organisation, "somebody else", TimeSpan.FromMinutes(1), default))!;

        Assert.Equal(0, Archive(rig));

        rig.Run(() => journal.ReleaseAsync(lease, default));
        Assert.Equal(4, Archive(rig));
    }

    [Fact]
    public void Retention_without_an_end_archives_nothing()
    {
        using var rig = Synced(Timeout.InfiniteTimeSpan);

        Assert.Equal(0, Archive(rig));
    }

    private static int Archive(Rig rig) => rig.Run(() => rig.Process.Get<IJournalUpkeep>().RunAsync(default));

    /// <summary>A contact and two invoices that were sent 31 days ago, and a run since.</summary>
    private static Rig Synced(TimeSpan? retention = null)
    {
        var rig = new Rig(new() { Sync = options => options.JournalRetention = retention ?? TimeSpan.FromDays(30) });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(50)));
        Assert.Equal(3, rig.SyncWhole().Counts.Writes);
        rig.Advance(TimeSpan.FromDays(31));
        rig.SyncWhole();
        return rig;
    }
}
