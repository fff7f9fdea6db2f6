using Kompass.Accounting.Matching;
using Moq;

namespace Kompass.Benchmarks.Tests;

public sealed class LabelledSetTests
{
    [Fact]
    public void Measure_one_to_one_is_taken_on_counted_rows_and_on_those_without_a_pair()
    {
        var truth = new Truth([new("L1", "R1", OneToOne: false), new("L2", "R1", OneToOne: true)], marked: true);
        var set = new LabelledSet("set", [Record("L1"), Record("L2"), Record("L3")], [Record("R1"), Record("R2")], truth);
        var asked = new List<string[]>();
        var matcher = new Mock<INameMatcher>();
        matcher.Setup(m => m.Match(It.IsAny<IReadOnlyList<MatchRecord>>(), set.Right, It.IsAny<MatchOptions>(), null, default))
            .Returns((IReadOnlyList<MatchRecord> left, IReadOnlyList<MatchRecord> _, MatchOptions _, IProgress<MatchProgress>? _, CancellationToken _) =>
            {
                asked.Add([.. left.Select(l => l.Key)]);
                return new([.. left.Select((l, i) => Given.Row(l.Key, assigned: i == 0, ("R1", 0.95)))], []);
            });

        var measures = set.Measure(matcher.Object, MatchFields.None).Measures;

        Assert.Equal([["L1", "L2", "L3"], ["L2", "L3"]], asked);
        Assert.Equal(1, measures.OneToOneF1);
        Assert.Equal(2 * 2 / (3.0 + 2), measures.F1!.Value, 12);
    }

    [Fact]
    public void Measure_hard_pairs_differ_from_every_true_name()
    {
        var truth = Given.Truth(("L1", "R1"), ("L2", "R1"), ("L2", "R2"));
        var set = new LabelledSet(
            "set",
            [new() { Key = "L1", Name = "Acme Trading" }, new() { Key = "L2", Name = "ACME LTD" }],
            [new() { Key = "R1", Name = "Other" }, new() { Key = "R2", Name = "Acme Limited" }],
            truth);
        var matcher = new Mock<INameMatcher>();
        matcher.Setup(m => m.Match(set.Left, set.Right, It.IsAny<MatchOptions>(), null, default))
            .Returns(new MatchResult([Given.Row("L1", true, ("R2", 0.9)), Given.Row("L2", true, ("R2", 0.8))], []));

        var measures = set.Measure(matcher.Object, MatchFields.None).Measures;

        Assert.Equal((0.5, 0.0), (measures.RecallAt1, measures.HardRecallAt1));
    }

    private static MatchRecord Record(string key) => new() { Key = key, Name = key };
}
