using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Each writing call of a small sync, disturbed in each way: everything is in the books once in the end.</summary>
public sealed class LostAnswerTests
{
    /// <summary>Longer than any resend of one call.</summary>
    private const int EveryAttempt = 3;

    [Fact]
    public void Answers_lost_once_are_fetched_again_under_the_same_key() =>
        DisturbEachWrite(skip => [new(FaultKind.ResponseLostAfterCommit) { Skip = skip }]);

    [Fact]
    public void Answers_lost_for_good_are_settled_by_reading() =>
        DisturbEachWrite(skip => [new(FaultKind.ResponseLostAfterCommit) { Skip = skip, Count = EveryAttempt }]);

    [Fact]
    public void Requests_lost_for_good_are_sent_anew_after_the_longest_flight() =>
        DisturbEachWrite(skip => [new(FaultKind.RequestLost) { Skip = skip, Count = EveryAttempt }]);

    [Fact]
    public void Server_errors_after_the_effect_are_settled_by_reading() =>
        DisturbEachWrite(skip => [new(FaultKind.ServerError) { Skip = skip, Commits = true }]);

    [Fact]
    public void Server_errors_without_an_effect_are_sent_anew_after_the_longest_flight() =>
        DisturbEachWrite(skip => [new(FaultKind.ServerError) { Skip = skip, AsHtml = true }]);

    [Fact]
    public void Answers_broken_off_in_the_middle_are_settled_by_reading() =>
        DisturbEachWrite(skip => [new(FaultKind.TruncatedJson) { Skip = skip }]);

    [Fact]
    public void Requests_that_arrive_minutes_later_happen_once() =>
        DisturbEachWrite(skip => [new(FaultKind.LateArrival) { Skip = skip, Count = EveryAttempt, Delay = TimeSpan.FromMinutes(4) }]);

    [Fact]
    public void Limits_in_the_middle_are_waited_out() =>
        DisturbEachWrite(skip => [new(FaultKind.MinuteLimit) { Skip = skip, Count = 2, RetryAfter = TimeSpan.FromSeconds(20) }]);

    [Fact]
    public void Answers_lost_before_limits_are_settled_by_reading() =>
        DisturbEachWrite(skip =>
        [
            new(FaultKind.ResponseLostAfterCommit) { Skip = skip },
            new(FaultKind.DayLimit) { Skip = skip + 1, RetryAfter = TimeSpan.FromMinutes(7) },
        ]);

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
        rig.Control.InjectFault(new(FaultKind.RequestLost) { Method = "PUT", PathPrefix = path, Count = EveryAttempt });
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

    private static void DisturbEachWrite(Func<int, Fault[]> faults)
    {
        var places = WritePlaces();
        using var gauntlet = new Gauntlet();
        foreach (var place in places)
        {
            gauntlet.Run($"Call {place}", rig =>
            {
                foreach (var fault in faults(place))
                {
                    rig.Control.InjectFault(fault);
                }
            });
        }
    }

    /// <summary>How many calls go before each writing call of an undisturbed round.</summary>
    private static List<int> WritePlaces()
    {
        using var rig = new Rig();
        new Round(1).Prepare(rig);
        new Round(2).Prepare(rig);
        new Round(2).Change(rig);
        rig.SyncWhole();
        var calls = rig.Control.Calls.Where(call => call.IsAccounting).ToList();
        var places = Enumerable.Range(0, calls.Count).Where(place => calls[place].Method != "GET").ToList();
        Assert.Equal(Round.Writes, places.Count);
        return places;
    }
}
