using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>How well a result agrees with the truth. Shares are 0 to 1; null where there is nothing to take a share of.</summary>
internal sealed record Measures
{
    private const int Candidates = 20;

    /// <summary>Share of the left records with a true pair whose top candidate is true.</summary>
    public double? RecallAt1 { get; init; }

    /// <summary>The same of those whose name differs from all their true names even after <see cref="PlainNames"/>.</summary>
    public double? HardRecallAt1 { get; init; }

    /// <summary>Best-threshold F1 of taking the top candidate of each row.</summary>
    public double? F1 { get; init; }

    /// <summary>Best-threshold F1 of the assigned candidates.</summary>
    public double? OneToOneF1 { get; init; }

    /// <summary>The same of a plain greedy mapping of all candidates, which knows neither least confidence nor held ties.</summary>
    public double? GreedyF1 { get; init; }

    /// <summary>Average precision of the top candidates.</summary>
    public double? AveragePrecision { get; init; }

    /// <summary>Recall of the top candidates above the threshold that keeps precision at .99.</summary>
    public double? RecallAtPrecision99 { get; init; }

    /// <summary>Recall of the top candidates above the threshold that keeps precision at .95.</summary>
    public double? RecallAtPrecision95 { get; init; }

    /// <summary>Share of the top candidates in band high that are true.</summary>
    public double? HighPrecision { get; init; }

    /// <summary>Share of the left records with a true pair whose top candidate is true and in band high.</summary>
    public double? HighRecall { get; init; }

    /// <summary>Share of the assigned candidates in band high that are true.</summary>
    public double? AssignedHighPrecision { get; init; }

    /// <summary>Share of the left records with a true pair whose assigned candidate is true and in band high.</summary>
    public double? AssignedHighRecall { get; init; }

    /// <summary>Expected calibration error of the top candidates, ten bins.</summary>
    public double? CalibrationError { get; init; }

    /// <summary>Brier score of the top candidates.</summary>
    public double? Brier { get; init; }

    /// <summary>Rows whose top candidate is in band medium, per 100 true pairs.</summary>
    public double? ReviewLoad { get; init; }

    /// <summary>Share of the left records with a true pair that have a true one among their first 20 candidates.</summary>
    public double? CandidateRecallAt20 { get; init; }

    /// <summary>Measures a result; without the one-to-one figures, which some sets take on fewer rows.</summary>
    /// <param name="rows">The rows, one for each left record.</param>
    /// <param name="truth">The true pairs.</param>
    /// <param name="isHard">Whether the left record of this key has a hard pair.</param>
    public static Measures Of(IReadOnlyList<MatchRow> rows, Truth truth, Func<string, bool> isHard)
    {
        var tops = rows.Select(row => (Row: row, Answer: Answer.Top(row, truth))).ToList();
        var answers = tops.Where(t => t.Answer is not null).Select(t => t.Answer!.Value).ToList();
        var paired = tops.FindAll(t => truth.HasPair(t.Row.LeftKey));
        var curve = new AnswerCurve(answers, truth.Lefts);
        var high = answers.FindAll(a => a.Band == MatchBand.High);
        var assigned = rows.Select(row => Answer.Assigned(row, truth)).Where(a => a?.Band == MatchBand.High).Select(a => a!.Value).ToList();
        return new()
        {
            RecallAt1 = Mean(paired.Select(t => t.Answer?.Right ?? 0)),
            HardRecallAt1 = Mean(paired.Where(t => isHard(t.Row.LeftKey)).Select(t => t.Answer?.Right ?? 0)),
            F1 = curve.BestF1,
            AveragePrecision = curve.AveragePrecision,
            RecallAtPrecision99 = curve.RecallAt(0.99),
            RecallAtPrecision95 = curve.RecallAt(0.95),
            HighPrecision = Mean(high.Select(a => a.Right)),
            HighRecall = high.Sum(a => a.Right) / truth.Lefts,
            AssignedHighPrecision = Mean(assigned.Select(a => a.Right)),
            AssignedHighRecall = assigned.Sum(a => a.Right) / truth.Lefts,
            CalibrationError = Calibration.Error(answers),
            Brier = Calibration.Brier(answers),
            ReviewLoad = 100.0 * answers.Count(a => a.Band == MatchBand.Medium) / truth.Pairs.Count,
            CandidateRecallAt20 = Mean(paired.Select(t => t.Row.Candidates.Take(Candidates).Any(c => truth.IsTrue(t.Row.LeftKey, c.RightKey)) ? 1.0 : 0)),
        };
    }

    /// <summary>Adds the one-to-one figures.</summary>
    /// <param name="rows">The rows of the left records that count: those with a counted pair, and those without any.</param>
    /// <param name="counted">The pairs that count.</param>
    public Measures WithOneToOne(IReadOnlyList<MatchRow> rows, Truth counted) => this with
    {
        OneToOneF1 = new AnswerCurve(rows.Select(row => Answer.Assigned(row, counted)).Where(a => a is not null).Select(a => a!.Value), counted.Lefts).BestF1,
        GreedyF1 = new AnswerCurve(GreedyMapping.Of(rows, counted), counted.Lefts).BestF1,
    };

    /// <summary>The mean over several sets, each counting once, those without a figure not at all.</summary>
    public static Measures Macro(IReadOnlyCollection<Measures> sets) => new()
    {
        RecallAt1 = sets.Average(m => m.RecallAt1),
        HardRecallAt1 = sets.Average(m => m.HardRecallAt1),
        F1 = sets.Average(m => m.F1),
        OneToOneF1 = sets.Average(m => m.OneToOneF1),
        GreedyF1 = sets.Average(m => m.GreedyF1),
        AveragePrecision = sets.Average(m => m.AveragePrecision),
        RecallAtPrecision99 = sets.Average(m => m.RecallAtPrecision99),
        RecallAtPrecision95 = sets.Average(m => m.RecallAtPrecision95),
        HighPrecision = sets.Average(m => m.HighPrecision),
        HighRecall = sets.Average(m => m.HighRecall),
        AssignedHighPrecision = sets.Average(m => m.AssignedHighPrecision),
        AssignedHighRecall = sets.Average(m => m.AssignedHighRecall),
        CalibrationError = sets.Average(m => m.CalibrationError),
        Brier = sets.Average(m => m.Brier),
        ReviewLoad = sets.Average(m => m.ReviewLoad),
        CandidateRecallAt20 = sets.Average(m => m.CandidateRecallAt20),
    };

    private static double? Mean(IEnumerable<double> values) => values.Select(v => (double?)v).Average();
}
