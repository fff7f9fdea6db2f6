namespace Kompass.Xero.AspNetCore;

/// <summary>The groups that one page shows: as many as have a hundred rows to list together, so that hundreds of causes do not make one endless page.</summary>
/// <param name="Groups">What is shown.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Count">How many pages there are.</param>
internal sealed record RecordPages(IReadOnlyList<RecordGroup> Groups, int Number, int Count)
{
    public const int MostRows = 100;

    public static RecordPages Of(IReadOnlyList<RecordGroup> groups, int asked)
    {
        var pages = new List<List<RecordGroup>> { new() };
        var rows = 0;
        foreach (var group in groups)
        {
            var more = Math.Min(group.Rows.Count, RecordGroup.Shown);
            if (rows + more > MostRows)
            {
                pages.Add([]);
                rows = 0;
            }

            pages[^1].Add(group);
            rows += more;
        }

        var number = Math.Clamp(asked, 1, pages.Count);
        return new(pages[number - 1], number, pages.Count);
    }
}
