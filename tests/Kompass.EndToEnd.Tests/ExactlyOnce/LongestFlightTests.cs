using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

public sealed class LongestFlightTests
{
    [Theory]
    [InlineData("/Contacts", "C2")]
    [InlineData("/Invoices", "1")]
    [InlineData("/CreditNotes", "2")]
    [InlineData("/ManualJournals", "3")]
    public void Nothing_is_created_anew_before_the_longest_flight_has_passed(string path, string record)
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Anchor"));
        rig.SyncWhole();
        rig.Clients.Save(Make.Client("C2", "Bakery"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.CreditNote("2", "C1", 10), Make.Journal("3", 5));
        rig.Control.InjectFault(new(FaultKind.RequestLost) { Method = "PUT", PathPrefix = path, Count = Disturb.EveryAttempt });
        rig.SyncHolding(record, HoldReason.OutcomeUnknown, "Create");
        var before = rig.Writes.Count;

        while (rig.Now - rig.HoldOf(record)!.Since < TimeSpan.FromMinutes(5))
        {
            rig.SyncHolding(record, HoldReason.OutcomeUnknown, "not known yet");
            rig.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(before, rig.Writes.Count);

        rig.SyncReleasing(record);
        rig.AssertBooksHold("Anchor", "Bakery", "DOC-1", "DOC-2", "Details of 3 [KB:JRN:3:r1]");
    }

    [Fact]
    public void Run_that_leaves_an_outcome_unknown_says_when_it_can_be_settled_and_not_at_the_next_interval()
    {
        using var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Anchor"));
        rig.Control.InjectFault(new(FaultKind.RequestLost) { Method = "PUT", PathPrefix = "/Contacts", Count = Disturb.EveryAttempt });

        var left = rig.SyncWhole();

        Assert.InRange(left.RetryAt!.Value - rig.Now, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(8.1));
        rig.Advance(left.RetryAt.Value - rig.Now);
        Assert.Null(rig.SyncWhole().RetryAt);
        rig.AssertBooksHold("Anchor");
    }

    [Fact]
    public void Nothing_is_sent_when_it_took_longer_than_the_longest_call_to_keep_the_intents()
    {
        using var rig = new Rig();
        rig.Invoices.Save(Make.Journal("1", 5));
        rig.Process.Journal.WhileBeginning = () => rig.Advance(TimeSpan.FromMinutes(3));

        rig.SyncHolding("1", HoldReason.OutcomeUnknown, "given up");

        Assert.Empty(rig.Writes);
        rig.Process.Journal.WhileBeginning = () => { };
        rig.WaitOutTheLongestFlight();
        rig.SyncReleasing("1");
        rig.AssertBooksHold("Details of 1 [KB:JRN:1:r1]");
    }

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Requests_that_arrive_minutes_later_happen_once(int share) =>
        Disturb.EachWrite(share, sample: 2, skip => [new(FaultKind.LateArrival) { Skip = skip, Count = Disturb.EveryAttempt, Delay = TimeSpan.FromMinutes(4) }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Requests_lost_for_good_are_sent_anew_after_the_longest_flight(int share) =>
        Disturb.EachWrite(share, sample: 3, skip => [new(FaultKind.RequestLost) { Skip = skip, Count = Disturb.EveryAttempt }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Server_errors_without_an_effect_are_sent_anew_after_the_longest_flight(int share) =>
        Disturb.EachWrite(share, sample: 0, skip => [new(FaultKind.ServerError) { Skip = skip, AsHtml = true }]);
}
