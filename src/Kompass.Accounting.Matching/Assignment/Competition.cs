namespace Kompass.Accounting.Matching;

/// <summary>Makes pairs share the odds with their rivals: of two that fit equally, each is right at most half the time.</summary>
internal static class Competition
{
    // A ledger may hold several contacts that are one client, so a rival on that side lowers a confidence by less than its odds,
    // and never to less than a seventh ...
    private const double OtherSide = 0.3;
    private const double MostByOtherSide = 6;

    // ... but nothing is certain about a pair while a rival is not at least ten times less likely, or has the same name.
    private const double Contested = 0.1;

    // A person is told that another contact fits as well only where it is at least a third as likely.
    private const double FitsToo = 1 / 3.0;

    internal static void Settle(Edge[][] rows, int slots, MatchOptions options)
    {
        var columns = new StrongestTwo[slots];
        foreach (var row in rows)
        {
            // First among the candidates of a row, so that a contact with a better client of its own is nobody's rival.
            var all = 1.0;
            foreach (var edge in row)
            {
                all += Math.Exp(edge.Score.LogOdds);
            }

            foreach (ref var edge in row.AsSpan())
            {
                edge.Confidence = Math.Exp(edge.Score.LogOdds) / all;
                columns[edge.Right].Add(Odds(edge));
            }
        }

        foreach (var row in rows)
        {
            var hasTwins = row.Count(edge => edge.Score.IsTwin) > 1;
            foreach (ref var edge in row.AsSpan())
            {
                var odds = Odds(edge);
                var rival = columns[edge.Right].Besides(odds);
                edge.Rival = hasTwins && edge.Score.IsTwin ? TwinOf(edge, row)
                    : rival > FitsToo * odds ? Rival.OtherLeft
                    : rival > Contested * odds ? Rival.WeakerLeft
                    : Rival.None;
                var ceiling = edge.Rival != Rival.None && edge.Score.Ceiling == MatchBand.High ? MatchBand.Medium : edge.Score.Ceiling;
                edge.Confidence = Bands.Limit(odds / (1 + odds + Math.Min(OtherSide * rival, MostByOtherSide * (1 + odds))), ceiling, options);
            }

            row.AsSpan().Sort(MostConfidentFirst);
        }
    }

    private static Rival TwinOf(in Edge edge, Edge[] row)
    {
        foreach (var other in row)
        {
            if (other.Score.IsTwin && other.Right != edge.Right && HasForm(other) == HasForm(edge))
            {
                return Rival.OtherRight;
            }
        }

        return Rival.OtherForm;
    }

    // Ltd and Limited are one form. Of two that differ from the left one nothing is known.
    private static LegalFormRelation HasForm(in Edge edge) =>
        edge.Score.Forms == LegalFormRelation.SpeltDifferently ? LegalFormRelation.Same : edge.Score.Forms;

    // Slots are in the order of the keys.
    private static readonly Comparison<Edge> MostConfidentFirst = static (one, other) =>
        other.Confidence.CompareTo(one.Confidence) is var order && order != 0 ? order : one.Right.CompareTo(other.Right);

    private static double Odds(in Edge edge) => edge.Confidence / (1 - Math.Min(edge.Confidence, 1 - 1e-12));

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
