using Kompass.Accounting.Matching;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Benchmarks.Tests;

public sealed class StageClockTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Seconds_each_stage_lasts_until_the_next_begins()
    {
        var clock = new StageClock(_time);
        Report(clock, MatchStage.Reading, after: 0);
        Report(clock, MatchStage.Indexing, after: 1);
        Report(clock, MatchStage.Scoring, after: 2);
        Report(clock, MatchStage.Scoring, after: 3);
        Report(clock, MatchStage.Assigning, after: 4);
        Report(clock, MatchStage.Done, after: 5);
        Stop(clock, after: 6);

        Assert.Equal(
            new Dictionary<string, double> { ["reading"] = 1, ["indexing"] = 2, ["scoring"] = 7, ["assigning"] = 5, ["whole"] = 21 },
            clock.Seconds());
    }

    [Fact]
    public void Seconds_stages_that_were_not_reported_count_to_the_one_before()
    {
        var clock = new StageClock(_time);
        Report(clock, MatchStage.Scoring, after: 2);
        Stop(clock, after: 3);

        var seconds = clock.Seconds();
        Assert.Equal((2, 0, 3, 0, 5), (seconds["reading"], seconds["indexing"], seconds["scoring"], seconds["assigning"], seconds["whole"]));
    }

    [Fact]
    public void Report_late_one_of_a_past_stage_is_ignored()
    {
        var clock = new StageClock(_time);
        Report(clock, MatchStage.Assigning, after: 1);
        Report(clock, MatchStage.Scoring, after: 1);
        Stop(clock, after: 1);

        Assert.Equal(2, clock.Seconds()["assigning"]);
    }

    private void Report(StageClock clock, MatchStage stage, int after)
    {
        _time.Advance(TimeSpan.FromSeconds(after));
        clock.Report(new(stage, 0, 1));
    }

    private void Stop(StageClock clock, int after)
    {
        _time.Advance(TimeSpan.FromSeconds(after));
        clock.Stop();
    }
}
