namespace Kompass.Benchmarks.Tests;

public sealed class StoreCommandTests
{
    [Theory]
    [InlineData("--links 21997", "--links needs a whole number of at least 21998 and at most 100000000, but got '21997'. The configurations that are measured have 1000 and 20000 linked records, and each of the other 998 has 1 at least.")]
    [InlineData("--configurations 3 --links 21000", "--links needs a whole number of at least 21001 and at most 100000000, but got '21000'. The configurations that are measured have 1000 and 20000 linked records, and each of the other 1 has 1 at least.")]
    [InlineData("--configurations 2", "--configurations needs a whole number of at least 3 and at most 1000000, but got '2'. 2 are measured, and the database is filled with the others.")]
    public async Task RunAsync_of_too_few_says_the_least_and_why(string arguments, string problem)
    {
        var exception = await Assert.ThrowsAsync<InputException>(() => StoreCommand.RunAsync(Arguments.Parse(arguments.Split(' '), StoreCommand.Options)));

        Assert.Equal(problem, exception.Message);
    }
}
