namespace Kompass.Xero.AspNetCore;

/// <summary>The page Records.</summary>
/// <param name="Selection">The configuration.</param>
/// <param name="Find">What is searched for; empty for everything.</param>
/// <param name="Groups">What is found, by cause.</param>
internal sealed record RecordModel(Selection Selection, string Find, IReadOnlyList<RecordGroup> Groups) : ISelectionModel
{
    /// <summary>The part of the groups that is shown.</summary>
    public RecordPages Page { get; init; } = new([], 1, 1);

    /// <summary>What stands in the fields of the repair.</summary>
    public RepairForm Form { get; init; } = new();

    /// <summary>What became of the records that were repaired, with their titles.</summary>
    public IReadOnlyList<(string Title, RepairResult Result)> Results { get; init; } = [];

    public int Held => Of(RecordStanding.Held).Sum(group => group.Rows.Count);

    public decimal Amount => Of(RecordStanding.Held).Sum(group => group.Amount);

    /// <summary>The rows that were ticked, one by one or by their group, each once.</summary>
    public IReadOnlyList<RecordRow> Ticked(RepairForm form) =>
        [.. Groups.SelectMany(group => form.Groups.Contains(group.Key) ? group.Rows : group.Rows.Where(row => form.Records.Contains(row.Key)))];

    /// <summary>How many ticks stand for nothing on the page any more.</summary>
    public int Gone(RepairForm form) =>
        form.Groups.Except(Groups.Select(group => group.Key)).Count()
        + form.Records.Except(Groups.SelectMany(group => group.Rows).Select(row => row.Key)).Count();

    private IEnumerable<RecordGroup> Of(RecordStanding standing) => Groups.Where(group => group.Standing == standing);
}
