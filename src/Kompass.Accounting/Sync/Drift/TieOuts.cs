namespace Kompass.Accounting;

/// <summary>
/// Adds both sides up: what Kompass's records came to when they were sent against what the ledger answered, or has shown since. Pure.
/// </summary>
internal static class TieOuts
{
    public static TieOut Of(IEnumerable<DocumentLink> links)
    {
        var sums = new Dictionary<(DocumentKind Kind, CurrencyCode Currency), (int SentCount, decimal Sent, int LedgerCount, decimal Ledger)>();
        var differences = new List<TieOutDifference>();
        var count = 0;
        foreach (var link in links)
        {
            var (sentCount, sent) = link.IsVoided ? (0, 0m) : (1, link.SentTotal ?? link.Gross);
            var (ledgerCount, ledger) = InLedger(link);
            var sum = sums.GetValueOrDefault((link.Kind, link.Currency));
            sums[(link.Kind, link.Currency)] = (sum.SentCount + sentCount, sum.Sent + sent, sum.LedgerCount + ledgerCount, sum.Ledger + ledger);
            if ((sentCount, sent) == (ledgerCount, ledger))
            {
                continue;
            }

            if (++count <= TieOut.MostListed)
            {
                differences.Add(new(RecordKey.Of(link.InvoiceId), link.Number, sent, ledger, Detail(link, sent, ledger)));
            }
        }

        return new()
        {
            Lines =
            [
                .. sums.OrderBy(entry => entry.Key.Kind)
                    .ThenBy(entry => entry.Key.Currency.Value, StringComparer.Ordinal)
                    .Select(entry => new TieOutLine(
                        entry.Key.Kind, entry.Key.Currency, entry.Value.SentCount, entry.Value.Sent, entry.Value.LedgerCount, entry.Value.Ledger)),
            ],
            Differences = differences,
            DifferenceCount = count,
        };
    }

    private static (int Count, decimal Total) InLedger(DocumentLink link)
    {
        var (count, total) = link.Standing switch
        {
            null => link.IsVoided ? (0, 0m) : (1, link.Gross),
            { IsWithdrawn: true } => (0, 0m),
            var standing => (1, standing.Total),
        };
        return link.Standing?.DoubledBy is null ? (count, total) : (count + 1, total + link.Standing.DoubledTotal);
    }

    private static string Detail(DocumentLink link, decimal sent, decimal ledger) =>
        link.Standing?.Drift?.Detail
        ?? string.Create(CultureInfo.InvariantCulture, $"{sent:0.00} was sent, and document {DocumentNames.Of(link)} comes to {ledger:0.00}.");
}
