namespace Kompass.Simulation.Tests;

/// <summary>Seeds that found something once, and others: whatever dies or fails, each record is in the books once, to the penny.</summary>
public sealed class SeedTests
{
    private const int PerBlock = 100;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Run_keeps_every_promise(int seed) => Assert.Empty(SeedRun.Run(seed).Violations.Messages);

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_of_many_seeds_keeps_every_promise(int block)
    {
        UnderCi.Only("Two seeds stand for all");
        var results = Workers.Run(Enumerable.Range((block * PerBlock) + 1, PerBlock), seed => SeedRun.Run(seed)).ToList();

        Assert.Empty(results.SelectMany(result => result.Violations.Messages.Select(message => $"seed {result.Seed}: {message}")));
        Assert.True(results.Average(result => result.Points) >= 150);
    }

    [Fact]
    public void Run_of_one_seed_is_the_same_again() => Assert.Equal(SeedRun.Run(3).TraceHash, SeedRun.Run(3).TraceHash);

    [SkippableFact]
    public void Runs_of_many_seeds_are_the_same_again()
    {
        UnderCi.Only("One seed stands for all");

        Assert.All(Workers.Run(Enumerable.Range(1, PerBlock), seed => (SeedRun.Run(seed).TraceHash, SeedRun.Run(seed).TraceHash)), pair => Assert.Equal(pair.Item1, pair.Item2));
    }
}
