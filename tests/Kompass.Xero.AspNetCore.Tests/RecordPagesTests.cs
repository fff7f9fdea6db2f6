using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class RecordPagesTests
{
    [Fact]
    public void Of_hundreds_of_causes_shows_each_once_and_never_too_many_rows_together()
    {
        List<RecordGroup> groups = [Group(0, 500), .. Enumerable.Range(1, 150).Select(number => Group(number, 3)), Group(151, 20)];

        var pages = Enumerable.Range(1, RecordPages.Of(groups, 1).Count).Select(number => RecordPages.Of(groups, number)).ToList();

        Assert.True(pages.Count > 3);
        Assert.Equal(groups, pages.SelectMany(page => page.Groups));
        Assert.All(pages, page => Assert.InRange(page.Groups.Sum(group => Math.Min(group.Rows.Count, RecordGroup.Shown)), 1, RecordPages.MostRows));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(99, 2)]
    public void Of_a_page_that_is_not_there_shows_the_nearest(int asked, int shown)
    {
        List<RecordGroup> groups = [.. Enumerable.Range(0, 6).Select(number => Group(number, 20))];

        Assert.Equal((shown, 2), (RecordPages.Of(groups, asked).Number, RecordPages.Of(groups, asked).Count));
    }

    [Fact]
    public void Of_nothing_is_one_empty_page()
    {
        var page = RecordPages.Of([], 1);

        Assert.Empty(page.Groups);
        Assert.Equal((1, 1), (page.Number, page.Count));
    }

    private static RecordGroup Group(int number, int rows) => new(
        RecordStanding.Held,
        $"Cause {number}",
        "Remedy",
        [.. Enumerable.Range(0, rows).Select(row => new RecordRow(new(RecordKind.Invoice, $"I{number}-{row}"), $"INV-{row}", 12, "Detail", DateTimeOffset.UnixEpoch))]);
}
