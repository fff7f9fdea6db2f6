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
        foreach (var row in rows)
        {
            // First among the candidates of a row, so that a contact with a better client of its own is nobody's rival.
            var all = row.Sum(e => e.Score.Odds);
            foreach (var edge in row)
            {
                edge.Confidence = edge.Score.Odds / (1 + Math.Max(all, edge.Score.Odds));
                columns[edge.Right].Add(Odds(edge));
            }
        }

        foreach (var row in rows)
        {
            foreach (var edge in row)
            {
                var odds = Odds(edge);
                var rival = columns[edge.Right].Besides(odds);
                var ceiling = rival > Contested * odds && edge.Score.Ceiling == MatchBand.High ? MatchBand.Medium : edge.Score.Ceiling;
                edge.Confidence = Bands.Limit(odds / (1 + odds + (OtherSide * rival)), ceiling, options);
            }

            row.Sort((a, b) => b.Confidence.CompareTo(a.Confidence) is var order && order != 0 ? order : string.CompareOrdinal(a.RightKey, b.RightKey));
        }
    }

    private static double Odds(Edge edge) => edge.Confidence / (1 - edge.Confidence);

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
