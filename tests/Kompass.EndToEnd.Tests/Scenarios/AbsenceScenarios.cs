using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>After a long absence the plan is shown before the backlog moves.</summary>
public sealed class AbsenceScenarios
{
    [Fact]
    public void Backlog_of_a_long_absence_is_shown_told_once_and_waits_for_a_person()
    {
        using var rig = After(TimeSpan.FromDays(15));

        for (var run = 0; run < 3; run++)
        {
            var result = rig.Sync();
            Assert.Equal(SyncOutcome.NotRun, result.Outcome);
            Assert.Contains("Nothing was synced since 2026-11-02, and 3 changes wait.", result.Message!, StringComparison.Ordinal);
            rig.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Empty(rig.Writes);
        Assert.Equal(new SyncCounts { ContactsCreated = 1, InvoicesCreated = 1, JournalsCreated = 1 }, rig.Configuration.Backlog!.Planned);
        Assert.Contains("3 changes wait", Assert.Single(rig.Letters.All).Body, StringComparison.Ordinal);

        rig.Run(() => rig.Process.Get<IConfigurationManager>().ReleaseBacklogAsync(rig.Id, "bob", default));
        Assert.Equal("bob", rig.Configuration.Backlog!.ReleasedBy);
        Assert.Equal(3, rig.SyncWhole().Counts.Writes);
        Assert.Null(rig.Configuration.Backlog);
        rig.Invoices.Save(Make.Invoice("4", "C1", Make.Line(1)));
        Assert.Equal(1, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Plan_that_a_person_applies_is_not_held()
    {
        using var rig = After(TimeSpan.FromDays(15));
        Assert.Equal(SyncOutcome.NotRun, rig.Sync().Outcome);

        Assert.Equal(SyncOutcome.Completed, rig.Apply(rig.Plan()).Outcome);

        Assert.Null(rig.Configuration.Backlog);
        rig.Invoices.Save(Make.Invoice("4", "C1", Make.Line(1)));
        Assert.Equal(1, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Shorter_absence_is_made_good_at_once()
    {
        using var rig = After(TimeSpan.FromDays(13));

        Assert.Equal(3, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Long_absence_in_which_nothing_piled_up_needs_nobody()
    {
        using var rig = Rig.WithClient();
        rig.Leap(TimeSpan.FromDays(55));

        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(1)));
        Assert.Equal(1, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Release_that_was_not_used_for_as_long_again_lapses()
    {
        using var rig = After(TimeSpan.FromDays(15));
        rig.Sync();
        rig.Run(() => rig.Process.Get<IConfigurationManager>().ReleaseBacklogAsync(rig.Id, "bob", default));
        rig.Leap(TimeSpan.FromDays(15));

        Assert.Equal(SyncOutcome.NotRun, rig.Sync().Outcome);
        Assert.Null(rig.Configuration.Backlog!.ReleasedAt);
        Assert.Equal(2, rig.Letters.All.Count);
    }

    [Fact]
    public void Reconnecting_after_a_long_absence_shows_the_plan_first()
    {
        using var rig = After(TimeSpan.FromDays(1));
        rig.Run(() => rig.Process.Get<ILedgerConnector>().DisconnectAsync(rig.Id, "ada", default));
        rig.Leap(TimeSpan.FromDays(90));
        rig.Connect(rig.Id, rig.Tenant);
        rig.SaveSettings(configuration => configuration with { IsEnabled = true });

        Assert.Equal(SyncOutcome.NotRun, rig.Sync().Outcome);
        Assert.Empty(rig.Writes);
        Assert.NotNull(rig.Configuration.Backlog);
    }

    private static Rig After(TimeSpan absence)
    {
        var rig = new Rig(new() { Settings = configuration => configuration with { NotificationRecipients = ["books@acme.test"] } });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.SyncWhole();
        rig.Clients.Save(Make.Client("C2", "Birch"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Journal("2", 3));
        rig.Leap(absence);
        rig.Control.ClearCalls();
        return rig;
    }
}
