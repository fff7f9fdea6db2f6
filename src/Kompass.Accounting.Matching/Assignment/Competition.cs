namespace Kompass.Accounting.Matching;

/// <summary>Makes pairs share the odds with their rivals: of two that fit equally, each is right at most half the time.</summary>
internal static class Competition
{
    // A client has one contact, as a rule; but ledgers hold duplicates, so a second contact speaks less against the first than a second client.
    private const double OtherSide = 0.5;

    internal static void Settle(List<Edge>[] rows, int slots, MatchOptions options)
    {
        var columns = new double[slots];
        foreach (var edge in rows.SelectMany(row => row))
        {
            columns[edge.Right] += edge.Score.Odds;
        }

        foreach (var row in rows)
        {
            var all = row.Sum(e => e.Score.Odds);
            foreach (var edge in row)
            {
                var odds = edge.Score.Odds;
                var rivals = (all - odds) + (OtherSide * Math.Max(0, columns[edge.Right] - odds));
                edge.Confidence = Bands.Limit(odds / (1 + odds + rivals), edge.Score.Ceiling, options);
            }

            row.Sort((a, b) => b.Confidence.CompareTo(a.Confidence) is var order && order != 0 ? order : string.CompareOrdinal(a.RightKey, b.RightKey));
        }
    }
}
