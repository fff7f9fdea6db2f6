using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Each writing call of a small sync, disturbed in each way: everything is in the books once in the end.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public void Answers_lost_once_are_fetched_again_under_the_same_key() =>
        Disturb.EachWrite(skip => [new(FaultKind.ResponseLostAfterCommit) { Skip = skip }]);

    [Fact]
    public void Answers_lost_for_good_are_settled_by_reading() =>
        Disturb.EachWrite(skip => [new(FaultKind.ResponseLostAfterCommit) { Skip = skip, Count = Disturb.EveryAttempt }]);

    [Fact]
    public void Server_errors_after_the_effect_are_settled_by_reading() =>
        Disturb.EachWrite(skip => [new(FaultKind.ServerError) { Skip = skip, Commits = true }]);

    [Fact]
    public void Answers_broken_off_in_the_middle_are_settled_by_reading() =>
        Disturb.EachWrite(skip => [new(FaultKind.TruncatedJson) { Skip = skip }]);

    [Fact]
    public void Limits_in_the_middle_are_waited_out() =>
        Disturb.EachWrite(skip => [new(FaultKind.MinuteLimit) { Skip = skip, Count = 2, RetryAfter = TimeSpan.FromSeconds(20) }]);

    [Fact]
    public void Answers_lost_before_limits_are_settled_by_reading() =>
        Disturb.EachWrite(skip =>
        [
            new(FaultKind.ResponseLostAfterCommit) { Skip = skip },
            new(FaultKind.DayLimit) { Skip = skip + 1, RetryAfter = TimeSpan.FromMinutes(7) },
        ]);
}
