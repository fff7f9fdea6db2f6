using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>What the recipients are told: each cause once, and when all is well again.</summary>
public sealed class TroubleTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    [Fact]
    public void Holds_are_told_once_for_each_reason_and_once_when_none_is_left()
    {
        using var rig = Told();
        rig.Invoices.Save(Make.Invoice("D1", "C1", Make.Line(10)) with { DueDate = null });
        rig.Invoices.Save(Make.Invoice("D2", "C1", Make.Line(20)) with { DueDate = null });
        SyncTwice(rig);

        var first = Assert.Single(rig.Letters.All);
        Assert.StartsWith("2 records wait for you before they go to Xero: ", first.Subject, StringComparison.Ordinal);
        Assert.Contains("Enter a due date.", first.Body, StringComparison.Ordinal);

        rig.Invoices.Save(Make.Invoice("D3", "C1", Make.Line(30)) with { DueDate = null });
        rig.Invoices.Save(Make.Invoice("D4", "C9", Make.Line(40)));
        SyncTwice(rig);

        Assert.Equal(2, rig.Letters.All.Count);
        Assert.StartsWith("1 record waits for you", rig.Letters.All[1].Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("due date", rig.Letters.All[1].Body, StringComparison.Ordinal);

        foreach (var id in new[] { "D1", "D2", "D3", "D4" })
        {
            rig.Invoices.Save(Make.Invoice(id, "C1", Make.Line(10)));
        }

        SyncTwice(rig);
        Assert.Equal(3, rig.Letters.All.Count);
        Assert.Contains("well again", rig.Letters.All[2].Subject, StringComparison.Ordinal);
        Assert.Empty(rig.Configuration.Troubles);
    }

    [Fact]
    public void Failure_is_told_when_it_lasts_and_its_end_too()
    {
        using var rig = Told();
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.InjectFault(new(FaultKind.Unavailable) { PathPrefix = "/connect/token", Count = null });

        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        Assert.Empty(rig.Letters.All);
        for (var run = 0; run < 3; run++)
        {
            rig.Advance(Interval);
            Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        }

        Assert.Contains("failed", Assert.Single(rig.Letters.All).Subject, StringComparison.Ordinal);
        rig.Control.ClearFaults();
        SyncTwice(rig);
        Assert.Equal(["failed", "well again"], rig.Letters.All.Select(letter => letter.Subject.Contains("failed", StringComparison.Ordinal) ? "failed" : "well again"));
    }

    [Fact]
    public void Failure_that_passes_is_not_told()
    {
        using var rig = Told();
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.InjectFault(new(FaultKind.Unavailable) { PathPrefix = "/connect/token", Count = null });
        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);

        rig.Control.ClearFaults();
        SyncTwice(rig);

        Assert.Empty(rig.Letters.All);
        Assert.Empty(rig.Configuration.Troubles);
    }

    [Fact]
    public void Day_limit_is_told_once_with_the_time_at_which_it_goes_on()
    {
        using var rig = Told();
        rig.Control.InjectFault(new(FaultKind.DayLimit) { Count = null });
        for (var run = 0; run < 3; run++)
        {
            Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);
            rig.Advance(Interval);
        }

        var letter = Assert.Single(rig.Letters.All);
        Assert.Contains("limit of calls for the day", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("UTC", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_becomes_a_recipient_later_is_told_what_stands()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("D1", "C1", Make.Line(10)) with { DueDate = null });
        SyncTwice(rig);
        Assert.Empty(rig.Letters.All);

        rig.SaveSettings(configuration => configuration with { NotificationRecipients = ["finance@example.org"] });
        SyncTwice(rig);

        Assert.Single(rig.Letters.All);
    }

    private static Rig Told()
    {
        var rig = Rig.WithClient();
        rig.SaveSettings(configuration => configuration with { NotificationRecipients = ["finance@example.org"] });
        return rig;
    }

    private static void SyncTwice(Rig rig)
    {
        for (var run = 0; run < 2; run++)
        {
            rig.Advance(Interval);
            rig.SyncWhole();
        }
    }
}
