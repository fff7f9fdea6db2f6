using Kompass.Accounting;
using Kompass.Xero;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>What a sync goes through when a real Xero loses answers, refuses, or has had enough for the day.</summary>
public sealed class DisturbedScenarios
{
    [Fact]
    [Trait("Scenario", "4")]
    public void Create_retried_after_seven_minutes_makes_no_duplicate()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.CreditNote("2", "C1", 10));
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", PathPrefix = "/Invoices", Count = Disturb.EveryAttempt });
        rig.SyncHolding("1", HoldReason.OutcomeUnknown);

        // Xero has forgotten the idempotency key by now, and the process that knew it is gone.
        rig.Restart();
        rig.Advance(TimeSpan.FromMinutes(7));
        rig.Control.ClearCalls();
        rig.SyncWhole();

        HoldAssertions.AssertReleased(rig, "1");
        Assert.Equal(rig.Books.Invoices.Single().Id.ToString(), rig.LinkOf("1")!.RemoteDocumentId.Value);
        Assert.Empty(rig.Writes);
        Assert.Single(rig.Books.CreditNotes);
    }

    [Fact]
    [Trait("Scenario", "6")]
    public void Sixty_documents_of_which_three_are_bad_are_fifty_seven_in_the_books_and_three_held()
    {
        using var rig = Rig.WithClient();
        var contact = rig.ContactOf("C1")!.Id;
        foreach (var taken in (string[])["DOC-3", "DOC-33", "DOC-58"])
        {
            rig.Control.AddDocument(rig.Tenant, contact, "ACCREC", taken, new(2026, 10, 1), 5);
        }

        rig.Invoices.Save(Enumerable.Range(1, 60).Select(number => Make.Invoice(FormattableString.Invariant($"{number}"), "C1", Make.Line(10))));

        var result = rig.SyncWhole();

        Assert.Equal((57, 3), (result.Counts.InvoicesCreated, result.Counts.Held));
        Assert.All(["3", "33", "58"], id => Assert.Equal(HoldReason.NumberTaken, rig.HoldOf(id)!.Reason));
        Assert.Equal(60, rig.Books.Invoices.Count);
        Assert.Equal([50, 10], rig.Writes.Select(call => call.Elements));
        Assert.All(rig.Books.Invoices.Where(invoice => !invoice.CreatedByApp), invoice => Assert.Equal(5m, invoice.Net));
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    [Trait("Scenario", "12")]
    public void Journal_whose_answer_was_lost_is_found_by_its_marker_and_not_written_again()
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Journal("1", 5), Make.Journal("2", 7));
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", PathPrefix = "/ManualJournals", Count = Disturb.EveryAttempt });
        rig.SyncHolding("1", HoldReason.OutcomeUnknown);
        var written = rig.Books.ManualJournals.Select(journal => journal.Id).ToHashSet();
        rig.Restart();
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Equal(2, rig.Books.ManualJournals.Count);
        Assert.True(written.SetEquals(rig.Books.ManualJournals.Select(journal => journal.Id)));
        Assert.All(["1", "2"], id => Assert.Equal(rig.JournalOf(id)!.Id.ToString(), rig.LinkOf(id)!.RemoteDocumentId.Value));
    }

    [Theory]
    [Trait("Scenario", "13")]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.ResponseLostAfterCommit)]
    [InlineData(FaultKind.RequestLost)]
    public void Credit_note_whose_allocation_fails_stands_once_and_is_used_once_in_the_end(FaultKind kind)
    {
        using var rig = Rig.WithClient();
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        rig.Invoices.Save(Make.CreditNote("2", "C1", 30, "1"));
        rig.Control.InjectFault(new(kind) { Method = "PUT", PathPrefix = "/CreditNotes/", Count = Disturb.EveryAttempt });

        rig.Sync();
        rig.Control.ClearFaults();
        Assert.Single(rig.Books.CreditNotes);
        Assert.Equal(30m, rig.Books.CreditNotes.Single().Net);

        rig.Restart();
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();

        Assert.Empty(rig.Holds);
        Assert.Single(rig.Books.CreditNotes);
        Assert.Equal(36m, rig.Books.Allocations.Single().Amount);
        Assert.Equal(84m, rig.DocumentOf("DOC-1")!.AmountDue);
        Assert.Equal(0, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    [Trait("Scenario", "14")]
    public void Quota_exhausted_in_the_middle_parks_the_run_which_resumes_the_next_day_without_loss()
    {
        using var rig = new Rig();

        // What the sync leaves to people's own clicks, and fewer calls than the work takes.
        rig.Emulator.Options.PerDay = new XeroOptions().DailyReserve + 30;
        rig.Clients.Save(Enumerable.Range(1, 700).Select(number => Make.Client(Id(number), $"Client {Word(number)}")));
        rig.Invoices.Save(Enumerable.Range(1, 700).Select(number => Make.Invoice(Id(number), Id(number), Make.Line(number))));

        var began = rig.Now;
        var parkings = 0;
        for (var result = rig.Sync(); result.Outcome != SyncOutcome.Completed; result = rig.Sync())
        {
            Assert.True(result.Outcome == SyncOutcome.Parked, $"{result.Outcome}: {result.Message}");
            Assert.True(rig.Now - began < TimeSpan.FromDays(2), "It never comes to an end.");
            Assert.True(result.RetryAt >= rig.Now + TimeSpan.FromMinutes(30), $"Parked at {rig.Now} until {result.RetryAt} only.");
            parkings++;
            rig.Advance(result.RetryAt.Value - rig.Now);
        }

        Assert.True(parkings >= 1, "The quota was never exhausted.");
        Assert.True(rig.Now - began > TimeSpan.FromHours(12), "The quota was not respected.");
        Assert.DoesNotContain(rig.Control.Calls, call => call.Status == 429);
        Assert.Equal(700, rig.Books.Contacts.Count);
        Assert.Equal(700, rig.Books.Invoices.Select(invoice => invoice.Number).Distinct().Count());
        Assert.Equal(700, rig.Books.Invoices.Count);
        Assert.Equal(Enumerable.Range(1, 700).Sum(number => (decimal)number), rig.Books.Invoices.Sum(invoice => invoice.Net));
        Assert.Empty(rig.Holds);

        static string Id(int number) => FormattableString.Invariant($"{number}");
    }

    /// <summary>Names that look nothing alike, whatever their numbers.</summary>
    private static string Word(int number)
    {
        Span<char> letters = stackalloc char[8];
        var value = (uint)number * 2654435761u;
        for (var at = 0; at < letters.Length; at++)
        {
            letters[at] = (char)((at == 0 ? 'A' : 'a') + (value % 26));
            value = (value / 26) + (uint)(number * (at + 7));
        }

        return new(letters);
    }
}
