namespace Kompass.Simulation.Tests;

/// <summary>Seeds that found something once, and others: whatever dies or fails, each record is in the books once, to the penny.</summary>
public sealed class SeedTests
{
    private const int CountOfBlocks = 10;
    private const int Replays = 1000;

    // With the replays twenty thousand seeds in all, two hundred outside CI.
    private static readonly int PerBlock = UnderCi.Of(1900, 20);

    public static TheoryData<int> Blocks { get; } = new(Enumerable.Range(0, CountOfBlocks));

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Run_keeps_every_promise(int seed) => Assert.Empty(SeedRun.Run(seed).Violations.ToString());

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Run_of_many_seeds_keeps_every_promise(int block)
    {
        var results = Workers.Run(Enumerable.Range((block * PerBlock) + 1, PerBlock), seed => SeedRun.Run(seed)).ToList();

        Assert.Equal(PerBlock, results.Count);
        AssertPromises(results);
    }

    [Fact]
    public void Run_of_one_seed_is_the_same_again() => Assert.Equal(SeedRun.Run(3).TraceHash, SeedRun.Run(3).TraceHash);

    [SkippableFact]
    public void Runs_of_many_seeds_are_the_same_again()
    {
        UnderCi.Only("One seed stands for all");

        var pairs = Workers.Run(Enumerable.Range((CountOfBlocks * PerBlock) + 1, Replays), seed => (First: SeedRun.Run(seed), Again: SeedRun.Run(seed))).ToList();

        Assert.Equal(Replays, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair.First.TraceHash, pair.Again.TraceHash));
        AssertPromises([.. pairs.Select(pair => pair.First)]);
    }

    private static void AssertPromises(List<SeedResult> results)
    {
        Assert.Empty(results.Where(result => result.Violations.Total > 0)
            .Select(result => $"seed {result.Seed}: {result.Violations}: {string.Join("; ", result.Violations.Messages)}"));
        Assert.True(results.Average(result => result.Points) >= 150);
    }
}
