namespace Kompass.Accounting;

internal static class RowOrder
{
    /// <summary>
    /// Open rows first, then decided ones, linked ones last; within each by band, high first, and then by confidence: an archived contact of
    /// the same name is medium, whatever its per cent, and stands below what can be linked as it is. Numbers the rows anew from 1.
    /// </summary>
    public static IReadOnlyList<ReconciliationRow> Sort(IEnumerable<ReconciliationRow> rows) =>
    [
        .. rows
            .OrderBy(row => row.IsOpen ? 0 : row.Status == ReconciliationStatus.Linked ? 2 : 1)
            .ThenByDescending(row => row.Band)
            .ThenByDescending(row => row.Confidence ?? -1)
            .ThenBy(row => row.Status)
            .ThenBy(row => row.Contact?.Name ?? row.Client?.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.Contact?.Id.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Client?.Id.Value, StringComparer.Ordinal)
            .Select((row, index) => row with { Number = index + 1 }),
    ];
}
