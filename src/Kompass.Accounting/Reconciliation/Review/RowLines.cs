namespace Kompass.Accounting;

/// <summary>Writes decisions of a page as the lines that a reviewed file would have, so that both go by the same rules.</summary>
internal static class RowLines
{
    public static IEnumerable<ReviewLine> Of(
        ReconciliationReport report,
        IEnumerable<(ReconciliationRow Row, RowDecision Decision)> decided,
        IReadOnlyDictionary<ClientId, Client> clients)
    {
        foreach (var (row, decision) in decided)
        {
            var client = decision.Client ?? row.Client?.Id;
            yield return new()
            {
                Line = row.Number,
                ContactId = row.Contact?.Id.Value ?? "",
                ClientId = client?.Value ?? "",
                ClientName = client is { } id && clients.TryGetValue(id, out var found) ? found.Name : "",
                Decision = decision.Choice switch
                {
                    RowChoice.Link => ReviewWords.Link,
                    RowChoice.Create => ReviewWords.Create,
                    _ => ReviewWords.Ignore,
                },
                Row = row.Number.ToString(CultureInfo.InvariantCulture),
                Report = report.Id.ToString(),
            };
        }
    }
}
