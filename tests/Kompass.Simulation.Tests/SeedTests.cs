namespace Kompass.Simulation.Tests;

/// <summary>Seeds that found something once, and others: whatever dies or fails, each record is in the books once, to the penny.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Run_keeps_every_promise(int seed) => AssertKept(seed, 1);

    [SkippableTheory]
    [InlineData(7, 20)]
    [InlineData(100, 20)]
    [InlineData(200, 20)]
    public void Run_of_many_seeds_keeps_every_promise(int start, int count)
    {
        UnderCi.Only("Two seeds stand for all");

        AssertKept(start, count);
    }

    [Fact]
    public void Run_of_one_seed_is_the_same_again() => Assert.Equal(SeedRun.Run(3).TraceHash, SeedRun.Run(3).TraceHash);

    private static void AssertKept(int start, int count) =>
        Assert.Empty(Enumerable.Range(start, count).SelectMany(seed => SeedRun.Run(seed).Violations.Messages.Select(message => $"seed {seed}: {message}")));
}
