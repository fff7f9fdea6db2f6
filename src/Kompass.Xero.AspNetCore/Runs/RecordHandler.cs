namespace Kompass.Xero.AspNetCore;

/// <summary>The page Records: what is held, by cause.</summary>
internal sealed class RecordHandler(ConfigurationSelector selector, ISyncJournal journal)
{
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var selection = await selector.SelectAsync(http, http.Request.Query["configuration"]);
        IReadOnlyList<Hold> holds = selection.Current is { Connection: { } connection }
            ? await journal.GetHoldsAsync(connection.OrganisationId, http.RequestAborted)
            : [];
        return Page.Of<RecordPage>(http, new RecordModel(selection, [.. Groups(holds)]));
    }

    private static IEnumerable<HoldGroup> Groups(IEnumerable<Hold> holds) =>
        holds.GroupBy(hold => (hold.Reason, hold.Remedy))
            .Select(group => new HoldGroup(group.Key.Reason, group.Key.Remedy, [.. group.OrderBy(hold => hold.Since)]))
            .OrderByDescending(group => group.Holds.Count);
}
