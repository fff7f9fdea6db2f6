namespace Kompass.Accounting;

internal static class RowOrder
{
    /// <summary>Open rows first, the surest on top; then decided ones; linked ones last. Numbers the rows anew from 1.</summary>
    public static IReadOnlyList<ReconciliationRow> Sort(IEnumerable<ReconciliationRow> rows) =>
    [
        .. rows
            .OrderBy(row => row.IsOpen ? 0 : row.Status == ReconciliationStatus.Linked ? 2 : 1)
            .ThenBy(row => row.Status)
            .ThenByDescending(row => row.Confidence ?? -1)
            .ThenBy(row => row.Contact?.Name ?? row.Client?.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(row => row.Contact?.Id.Value, StringComparer.Ordinal)
            .ThenBy(row => row.Client?.Id.Value, StringComparer.Ordinal)
            .Select((row, index) => row with { Number = index + 1 }),
    ];
}
