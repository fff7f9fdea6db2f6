using System.Globalization;

namespace Kompass.Benchmarks;

/// <summary>The measures for a person to read.</summary>
internal static class EvaluationTable
{
    private static readonly (string Head, string Format, Func<Measures, double?> Value)[] Columns =
    [
        ("recall@1", "F4", m => m.RecallAt1),
        ("1:1 F1", "F4", m => m.OneToOneF1),
        ("greedyF1", "F4", m => m.GreedyF1),
        ("F1", "F4", m => m.F1),
        ("AP", "F4", m => m.AveragePrecision),
        ("R@P.99", "F4", m => m.RecallAtPrecision99),
        ("R@P.95", "F4", m => m.RecallAtPrecision95),
        ("high P", "F4", m => m.HighPrecision),
        ("high R", "F4", m => m.HighRecall),
        ("ECE", "F4", m => m.CalibrationError),
        ("Brier", "F4", m => m.Brier),
        ("review", "F1", m => m.ReviewLoad),
        ("cand@20", "F4", m => m.CandidateRecallAt20),
        ("hard@1", "F4", m => m.HardRecallAt1),
    ];

    public static void Write(TextWriter output, Track track)
    {
        output.WriteLine($"fields: {track.Fields}");
        output.WriteLine(string.Concat("set".PadRight(14), string.Concat(Columns.Select(c => c.Head.PadLeft(9))), "seconds".PadLeft(9)));
        foreach (var set in track.Sets)
        {
            Line(output, set.Name, set.Measures, set.Seconds);
        }

        if (track.Sets.Count > 1)
        {
            Line(output, "macro", track.Macro, track.Sets.Sum(s => s.Seconds));
        }
    }

    private static void Line(TextWriter output, string name, Measures measures, double seconds)
    {
        var cells = Columns.Select(c => (c.Value(measures)?.ToString(c.Format, CultureInfo.InvariantCulture) ?? "-").PadLeft(9));
        output.WriteLine(string.Concat(name.PadRight(14), string.Concat(cells), seconds.ToString("F2", CultureInfo.InvariantCulture).PadLeft(9)));
    }
}
