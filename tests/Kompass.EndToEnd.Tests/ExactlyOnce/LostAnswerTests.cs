using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Each writing call of a small sync, disturbed in each way: everything is in the books once in the end.</summary>
public sealed class LostAnswerTests
{
    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Answers_lost_once_are_fetched_again_under_the_same_key(int share) =>
        Disturb.EachWrite(share, sample: 0, skip => [new(FaultKind.ResponseLostAfterCommit) { Skip = skip }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Answers_lost_for_good_are_settled_by_reading(int share) =>
        Disturb.EachWrite(share, sample: 1, skip => [new(FaultKind.ResponseLostAfterCommit) { Skip = skip, Count = Disturb.EveryAttempt }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Server_errors_after_the_effect_are_settled_by_reading(int share) =>
        Disturb.EachWrite(share, sample: 2, skip => [new(FaultKind.ServerError) { Skip = skip, Commits = true }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Answers_broken_off_in_the_middle_are_settled_by_reading(int share) =>
        Disturb.EachWrite(share, sample: 3, skip => [new(FaultKind.TruncatedJson) { Skip = skip }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Limits_in_the_middle_are_waited_out(int share) =>
        Disturb.EachWrite(share, sample: 0, skip => [new(FaultKind.MinuteLimit) { Skip = skip, Count = 2, RetryAfter = TimeSpan.FromSeconds(20) }]);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Answers_lost_before_limits_are_settled_by_reading(int share) =>
        Disturb.EachWrite(share, sample: 1, skip =>
        [
            new(FaultKind.ResponseLostAfterCommit) { Skip = skip },
            new(FaultKind.DayLimit) { Skip = skip + 1, RetryAfter = TimeSpan.FromMinutes(7) },
        ]);
}
