namespace Kompass.Benchmarks.Tests;

public sealed class PagesCommandTests
{
    [Theory]
    [InlineData("--contacts 299", "--contacts needs a whole number of at least 300 and at most 1000000, but got '299'.")]
    [InlineData("--records 1999", "--records needs a whole number of at least 2000 and at most 1000000, but got '1999'. Some are paid, some were changed in Xero, some are held, and one run sent a thousand of them.")]
    [InlineData("--connection", "--connection is missing. Give it a value.")]
    public async Task RunAsync_of_a_wrong_option_says_what_is_right(string arguments, string problem)
    {
        var exception = await Assert.ThrowsAsync<InputException>(() => PagesCommand.RunAsync(Arguments.Parse(arguments.Split(' '), PagesCommand.Options)));

        Assert.Equal(problem, exception.Message);
    }

    /// <summary>Sizes alone, never times: a list that is not paged shows with a few hundred records already.</summary>
    [Fact]
    public async Task MeasureAsync_finds_every_page_small_and_answered()
    {
        var pages = await PagesCommand.MeasureAsync(null, 1000, 2000, 1);

        Assert.True(pages.Count(page => page.IsPage) >= 30);
        Assert.All(pages, page => Assert.True(page.IsExpected, $"{page.Path} answered {page.Status}. A new page is named in {nameof(PageVisit)} with what it needs to be asked."));
        Assert.All(pages, page => Assert.True(page.IsSmall, $"{page.Path} has {page.Kilobytes} KB; {PageFigures.MostKilobytes} are allowed. Page its list."));
    }
}
