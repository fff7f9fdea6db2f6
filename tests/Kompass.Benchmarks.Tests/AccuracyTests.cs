using System.Collections.Concurrent;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks.Tests;

/// <summary>The bars of accuracy on the labelled development sets, which are not part of the repository.</summary>
public sealed class AccuracyTests
{
    private static readonly string Sets = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "data", "matching"));

    private static readonly ConcurrentDictionary<MatchFields, Dictionary<string, Measures>> Measured = [];

    // Best peers by set, names only: recall@1 and one-to-one F1.
    private static readonly Dictionary<string, (double Recall, double? OneToOne)> Peers = new()
    {
        ["uk_gpg"] = (.946, .959),
        ["us_nasdaq"] = (.977, .971),
        ["patstat_nl"] = (.976, .976),
        ["chicago_ece"] = (.731, .700),
        ["dnb_synth"] = (.986, .988),
        ["febrl4"] = (.797, .853),
        ["vx_alias"] = (.954, null),
    };

    [SkippableFact]
    public void Names_alone_are_matched_better_than_by_the_best_peers()
    {
        var measured = Measure(MatchFields.None);

        Assert.True(measured.Values.Average(m => m.RecallAt1) > Peers.Values.Average(p => p.Recall));
        Assert.True(measured.Values.Average(m => m.GreedyF1) > Peers.Values.Average(p => p.OneToOne));
        Assert.All(Peers, peer => Assert.True(measured[peer.Key].RecallAt1 >= peer.Value.Recall - .005, $"{peer.Key}: recall@1 is {measured[peer.Key].RecallAt1:F4}"));
        Assert.All(
            Peers.Where(peer => peer.Value.OneToOne is not null),
            peer => Assert.True(measured[peer.Key].GreedyF1 >= peer.Value.OneToOne - .005, $"{peer.Key}: one-to-one F1 is {measured[peer.Key].GreedyF1:F4}"));
        AssertHonest(measured);
    }

    [SkippableTheory]
    [InlineData("chicago_ece", .935, .900)]
    [InlineData("febrl4", .999, .999)]
    [InlineData("uk_gpg", .970, .965)]
    public void Fields_raise_what_names_alone_can_do(string set, double recall, double oneToOne)
    {
        var measured = Measure(MatchFields.All);

        Assert.True(measured[set].RecallAt1 >= recall, $"{set}: recall@1 is {measured[set].RecallAt1:F4}");
        Assert.True(measured[set].OneToOneF1 >= oneToOne, $"{set}: one-to-one F1 is {measured[set].OneToOneF1:F4}");
        AssertHonest(measured);
    }

    [SkippableFact]
    public void Train_gives_the_committed_weights_to_the_last_digit()
    {
        UnderCi.Only("Training takes a minute");
        Skip.IfNot(Directory.Exists(Sets), "The labelled sets are in the reference folder, which is not here.");
        var file = Path.Combine(Directory.CreateTempSubdirectory("kompass-train-").FullName, "weights.txt");

        TrainCommand.Run(Arguments.Parse(["--data", Sets, "--out", file], TrainCommand.Options));

        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "Kompass.Accounting.Matching", "Scoring", "weights.txt")), File.ReadAllText(file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static void AssertHonest(Dictionary<string, Measures> measured)
    {
        foreach (var set in new[] { "uk_gpg", "us_nasdaq" })
        {
            Assert.True(measured[set].HighPrecision >= .99, $"{set}: precision of band high is {measured[set].HighPrecision:F4}");
            Assert.True(measured[set].HighRecall >= .90, $"{set}: recall of band high is {measured[set].HighRecall:F4}");
            Assert.True(measured[set].CalibrationError <= .03, $"{set}: calibration error is {measured[set].CalibrationError:F4}");
        }
    }

    private static Dictionary<string, Measures> Measure(MatchFields fields)
    {
        UnderCi.Only("Comparing all sets takes long");
        Skip.IfNot(Directory.Exists(Sets), "The labelled sets are in the reference folder, which is not here.");
        return Measured.GetOrAdd(fields, _ => LabelledSet.ReadAll(Sets, FieldColumns.All)
            .ToDictionary(set => set.Name, set => set.Measure(new FuzzyNameMatcher(), fields).Measures));
    }
}
