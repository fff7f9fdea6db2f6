namespace Kompass.Xero.AspNetCore;

/// <summary>Sorts the rows of a comparison into filters, what is open first.</summary>
internal static class ReviewFilters
{
    public static readonly IReadOnlyList<(ReviewFilter Filter, string Value, string Label)> All =
    [
        (ReviewFilter.All, "all", "All"),
        (ReviewFilter.High, "high", "High"),
        (ReviewFilter.Medium, "medium", "Medium"),
        (ReviewFilter.Low, "low", "Low"),
        (ReviewFilter.NoMatch, "none", "No match"),
        (ReviewFilter.Decided, "decided", "Decided"),
    ];

    public static ReviewFilter Of(string? value) => All.FirstOrDefault(entry => entry.Value == value).Filter;

    public static string ValueOf(ReviewFilter filter) => All.First(entry => entry.Filter == filter).Value;

    /// <summary>How many rows each filter has.</summary>
    public static IReadOnlyDictionary<ReviewFilter, int> Count(IReadOnlyCollection<ReviewedRow> rows)
    {
        var counts = All.ToDictionary(entry => entry.Filter, _ => 0);
        counts[ReviewFilter.All] = rows.Count;
        foreach (var row in rows)
        {
            counts[OwnOf(row)]++;
        }

        return counts;
    }

    /// <summary>The rows of a filter: open ones in the order of the comparison, best matches first, then what was decided, latest first.</summary>
    public static IReadOnlyList<ReviewedRow> Select(IEnumerable<ReviewedRow> rows, ReviewFilter filter, string find) =>
    [
        .. rows
            .Where(row => (filter == ReviewFilter.All || OwnOf(row) == filter) && Matches(row, find))
            .OrderBy(row => row.State == ReviewState.Open ? 0 : 1)
            .ThenByDescending(row => row.SettledAt),
    ];

    /// <summary>The one filter, beside All, that a row belongs to.</summary>
    public static ReviewFilter OwnOf(ReviewedRow row) => row switch
    {
        { State: not ReviewState.Open } => ReviewFilter.Decided,
        { Row.Band: ConfidenceBand.High } => ReviewFilter.High,
        { Row.Band: ConfidenceBand.Medium } => ReviewFilter.Medium,
        { Row.Band: ConfidenceBand.Low } => ReviewFilter.Low,
        _ => ReviewFilter.NoMatch,
    };

    private static bool Matches(ReviewedRow row, string find) =>
        find.Length == 0 || Texts(row).Any(text => text?.Contains(find, StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<string?> Texts(ReviewedRow row) =>
    [
        row.Row.Contact?.Name, row.Row.Client?.Name, row.Row.Contact?.Id.Value, row.Row.Client?.Id.Value, row.Link?.ClientId.Value,
        row.Row.Contact?.EmailAddress, row.Row.Client?.EmailAddress, row.Row.Contact?.Address?.PostalCode, row.Row.Client?.Address?.PostalCode,
        row.Row.Contact?.ContactNumber, row.Row.Contact?.AccountNumber,
    ];
}
