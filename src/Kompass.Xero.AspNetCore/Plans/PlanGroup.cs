namespace Kompass.Xero.AspNetCore;

/// <summary>The planned changes of one kind.</summary>
/// <param name="Key">How the address names the group.</param>
/// <param name="Title">What the changes are.</param>
/// <param name="Lines">The changes, in the order of the plan.</param>
internal sealed record PlanGroup(string Key, string Title, IReadOnlyList<PlanLine> Lines)
{
    /// <summary>What the documents come to, by currency.</summary>
    public IReadOnlyList<(CurrencyCode Currency, DocumentTotals Totals)> Sums { get; } =
    [
        .. Lines.Where(line => line.Totals is not null)
            .GroupBy(line => line.Currency!.Value)
            .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group => (group.Key, new DocumentTotals(group.Sum(line => line.Totals!.Net), group.Sum(line => line.Totals!.Vat)))),
    ];
}
