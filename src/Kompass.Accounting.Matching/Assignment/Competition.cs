namespace Kompass.Accounting.Matching;

/// <summary>Makes pairs share the odds with their rivals: of two that fit equally, each is right at most half the time.</summary>
internal static class Competition
{
    // A ledger may hold several contacts that are one client, so a rival on that side hardly lowers a confidence ...
    private const double OtherSide = 0.03;

    // ... but nothing is certain about a pair while a rival is not at least ten times less likely.
    private const double Contested = 0.1;

    internal static void Settle(List<Edge>[] rows, int slots, MatchOptions options)
    {
        var columns = new StrongestTwo[slots];
        foreach (var edge in rows.SelectMany(row => row))
        {
            columns[edge.Right].Add(edge.Score.Odds);
        }

        foreach (var row in rows)
        {
            var all = row.Sum(e => e.Score.Odds);
            foreach (var edge in row)
            {
                var odds = edge.Score.Odds;
                var rival = columns[edge.Right].Besides(odds);
                var confidence = odds / (1 + Math.Max(odds, all) + (OtherSide * rival));
                var ceiling = rival > Contested * odds && edge.Score.Ceiling == MatchBand.High ? MatchBand.Medium : edge.Score.Ceiling;
                edge.Confidence = Bands.Limit(confidence, ceiling, options);
            }

            row.Sort((a, b) => b.Confidence.CompareTo(a.Confidence) is var order && order != 0 ? order : string.CompareOrdinal(a.RightKey, b.RightKey));
        }
    }

    private struct StrongestTwo
    {
        private double _first;
        private double _second;

        internal void Add(double odds)
        {
            _second = Math.Max(_second, Math.Min(_first, odds));
            _first = Math.Max(_first, odds);
        }

        /// <summary>The strongest rival of a pair of this column that has the given odds.</summary>
        internal readonly double Besides(double odds) => odds >= _first ? _second : _first;
    }
}
