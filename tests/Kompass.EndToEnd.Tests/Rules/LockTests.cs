using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Three dates close the books; each holds creates, changes, voids and the use of credits, and says which of them it was.</summary>
public sealed class LockTests
{
    private static readonly DateOnly Until = new(2026, 10, 31);
    private static readonly Invoice Document = Make.Invoice("1", "C1", Make.Line(100));

    public static TheoryData<HoldReason, string> Combinations()
    {
        var data = new TheoryData<HoldReason, string>();
        foreach (var reason in new[] { HoldReason.PeriodLocked, HoldReason.YearLocked, HoldReason.VatFiled })
        {
            foreach (var action in new[] { "create", "edit", "void" })
            {
                data.Add(reason, action);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    [Produces(HoldReason.PeriodLocked)]
    [Produces(HoldReason.YearLocked)]
    [Produces(HoldReason.VatFiled)]
    public void Lock_holds_until_it_is_lifted(HoldReason reason, string action)
    {
        using var rig = Rig.WithClient();
        if (action != "create")
        {
            rig.Invoices.Save(Document);
            rig.SyncWhole();
            rig.Advance(TimeSpan.FromHours(1));
        }

        rig.Control.ClearCalls();
        Lock(rig, reason, Until);
        rig.Invoices.Save(action switch
        {
            "create" => Document,
            "edit" => Document.WithLines(Make.Line(200)) with { Date = new(2026, 11, 1) },
            _ => Document with { Status = InvoiceStatus.Voided },
        });

        var hold = rig.SyncHolding("1", reason, "2026-10-15", $"{WordsOf(reason)} 2026-10-31");

        Assert.Contains(reason == HoldReason.VatFiled ? "VAT filed to" : reason == HoldReason.YearLocked ? "end-of-year" : "period lock date", hold.Remedy, StringComparison.Ordinal);
        Assert.Empty(rig.Writes);
        Assert.Equal(action == "create" ? null : 120m, rig.DocumentOf("DOC-1")?.Gross);

        Lock(rig, reason, new(2026, 9, 30));
        rig.SyncReleasing("1");
        Assert.Equal(action switch { "create" => ("AUTHORISED", 120m), "edit" => ("AUTHORISED", 240m), _ => ("VOIDED", 120m) },
            (rig.DocumentOf("DOC-1")!.Status, rig.DocumentOf("DOC-1")!.Gross));
    }

    [Fact]
    public void Change_that_moves_a_document_into_a_filed_period_is_held()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Document with { Date = new(2026, 11, 1) });
        rig.SyncWhole();
        Lock(rig, HoldReason.VatFiled, Until);
        rig.Invoices.Save(Document);

        rig.SyncHolding("1", HoldReason.VatFiled, "The document is dated 2026-10-15");
        Assert.Equal(new(2026, 11, 1), rig.DocumentOf("DOC-1")!.Date);
    }

    [Fact]
    public void Lock_that_reaches_furthest_is_the_reason_and_the_others_are_told()
    {
        using var rig = Rig.WithClient();
        rig.Control.SetLockDates(rig.Tenant, new(2026, 10, 20), new(2026, 9, 30));
        rig.SaveSettings(configuration => configuration with { Documents = configuration.Documents with { VatFiledTo = Until } });
        rig.Invoices.Save(Document);

        rig.SyncHolding("1", HoldReason.VatFiled, "\"VAT filed to\" is 2026-10-31 (and the period lock date is 2026-10-20).");
    }

    [Fact]
    public void Filed_period_takes_no_use_of_a_credit()
    {
        using var rig = Rig.WithClient();
        rig.Control.InjectFault(new(FaultKind.Unavailable) { Method = "PUT", PathPrefix = "/CreditNotes/", Count = null });
        rig.Invoices.Save(Document, Make.CreditNote("2", "C1", 40, "1"));
        rig.Sync();
        Assert.NotNull(rig.DocumentOf("DOC-2"));
        rig.Control.ClearFaults();
        Lock(rig, HoldReason.VatFiled, Until);
        rig.WaitOutTheLongestFlight();

        rig.SyncHolding("2", HoldReason.VatFiled, "DOC-1", "2026-10-15");
        Assert.Empty(rig.Books.Allocations);

        Lock(rig, HoldReason.VatFiled, new(2026, 9, 30));
        rig.SyncReleasing("2");
        Assert.Equal(48m, rig.Books.Allocations.Single().Amount);
    }

    [Fact]
    public void Plan_made_before_VAT_was_filed_is_not_applied()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Document);
        Lock(rig, HoldReason.VatFiled, new(2026, 9, 30));
        var plan = rig.Plan();
        Lock(rig, HoldReason.VatFiled, Until);

        var result = rig.Apply(plan);

        Assert.Equal(SyncOutcome.NotRun, result.Outcome);
        Assert.Contains("VAT was filed up to 2026-10-31", result.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Writes);

        Lock(rig, HoldReason.VatFiled, new(2026, 10, 1));
        rig.SyncWhole();
        Assert.NotNull(rig.DocumentOf("DOC-1"));
    }

    [Theory]
    [InlineData(HoldReason.PeriodLocked)]
    [InlineData(HoldReason.YearLocked)]
    [InlineData(HoldReason.VatFiled)]
    public void Journal_in_a_locked_period_is_held_unless_it_may_be_dated_anew(HoldReason reason)
    {
        using var rig = Rig.WithClient();
        Lock(rig, reason, Until);
        rig.Invoices.Save(Make.Journal("1", 10), Make.Invoice("2", "C1", Make.Line(100)), Make.Journal("3", 5) with { Date = new(2026, 11, 2) });
        rig.SyncHolding("1", reason, "2026-10-15");

        Redate(rig);
        rig.SyncReleasing("1");

        var journal = rig.JournalOf("1")!;
        Assert.Equal(new(2026, 11, 1), journal.Date);
        Assert.Equal("Details of 1 (dated 2026-10-15 in Kompass, in a period that is locked) [KB:JRN:1:r1]", journal.Narration);
        Assert.Equal(new(2026, 11, 1), rig.LinkOf("1")!.Date);
        Assert.Equal("Details of 3 [KB:JRN:3:r1]", rig.JournalOf("3")!.Narration);
        Assert.Equal(reason, rig.HoldOf("2")!.Reason);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Journal_dated_anew_whose_answer_is_lost_is_found_by_its_marker_though_the_lock_moved_meanwhile()
    {
        using var rig = Rig.WithClient();
        Lock(rig, HoldReason.PeriodLocked, new(2026, 10, 20));
        Redate(rig);
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", PathPrefix = "/ManualJournals", Count = Disturb.EveryAttempt });
        rig.Invoices.Save(Make.Journal("1", 10));
        rig.Sync();
        Assert.Equal(HoldReason.OutcomeUnknown, rig.HoldOf("1")!.Reason);

        rig.Control.ClearFaults();
        Lock(rig, HoldReason.PeriodLocked, Until);
        rig.Restart();
        rig.SyncReleasing("1");

        Assert.Equal(new(2026, 10, 21), Assert.Single(rig.Books.ManualJournals).Date);
        Assert.Equal(new(2026, 10, 21), rig.LinkOf("1")!.Date);
        rig.WaitOutTheLongestFlight();
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Draft_journal_dated_anew_keeps_its_day_when_it_changes()
    {
        using var rig = Rig.WithClient();
        Lock(rig, HoldReason.VatFiled, new(2026, 10, 20));
        Redate(rig);
        rig.SaveSettings(configuration => configuration with { Documents = configuration.Documents with { JournalStatus = DocumentStatus.Draft } });
        rig.Invoices.Save(Make.Journal("1", 10));
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(1));

        Lock(rig, HoldReason.VatFiled, new(2026, 10, 18));
        rig.Invoices.Save(Make.Journal("1", 12));
        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal((new DateOnly(2026, 10, 21), 12m), (rig.JournalOf("1")!.Date, rig.JournalOf("1")!.Debits));

        Lock(rig, HoldReason.VatFiled, Until);
        rig.Invoices.Save(Make.Journal("1", 14));
        rig.SyncHolding("1", HoldReason.VatFiled, "2026-10-21");
    }

    [Fact]
    public void Vat_filed_to_a_day_that_is_still_to_come_is_refused()
    {
        using var rig = new Rig();

        var refused = Assert.Throws<ConfigurationException>(() => Lock(rig, HoldReason.VatFiled, new(2026, 11, 4)));

        Assert.Contains("future", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        Lock(rig, HoldReason.VatFiled, new(2026, 11, 2));
    }

    private static string WordsOf(HoldReason reason) => reason switch
    {
        HoldReason.PeriodLocked => "the period lock date is",
        HoldReason.YearLocked => "the end-of-year lock date is",
        _ => "\"VAT filed to\" is",
    };

    private static void Lock(Rig rig, HoldReason reason, DateOnly until)
    {
        rig.Control.SetLockDates(rig.Tenant, reason == HoldReason.PeriodLocked ? until : null, reason == HoldReason.YearLocked ? until : null);
        if (reason == HoldReason.VatFiled)
        {
            rig.SaveSettings(configuration => configuration with { Documents = configuration.Documents with { VatFiledTo = until } });
        }
    }

    private static void Redate(Rig rig) =>
        rig.SaveSettings(configuration => configuration with { Documents = configuration.Documents with { RedateLockedJournals = true } });
}
