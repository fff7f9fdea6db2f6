using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks.Tests;

public sealed class MeasuresTests
{
    private const int Digits = 12;

    // L1 right and high; L2 wrong and high, its true one second; L3 a tie of two, one true, medium; L4 true pair never found;
    // L5 has no true pair, medium; L6 has none either, and no candidate.
    private static readonly MatchRow[] Rows =
    [
        Given.Row("L1", true, ("R1", 0.95), ("R9", 0.10)),
        Given.Row("L2", true, ("R8", 0.92), ("R2", 0.50)),
        Given.Row("L3", false, ("R3", 0.60), ("R7", 0.60)),
        Given.Row("L4", true, ("R6", 0.20)),
        Given.Row("L5", true, ("R5", 0.70)),
        Given.Row("L6", false),
    ];

    private static readonly Truth Truth = Given.Truth(("L1", "R1"), ("L2", "R2"), ("L3", "R3"), ("L4", "R4"));

    private static readonly Measures Found = Measures.Of(Rows, Truth, left => left is "L2" or "L3").WithOneToOne(Rows, Truth);

    [Fact]
    public void RecallAt1_is_the_share_of_paired_rows_with_a_true_top() => Assert.Equal((1 + 0 + 0.5 + 0) / 4, Found.RecallAt1!.Value, Digits);

    [Fact]
    public void HardRecallAt1_counts_hard_rows_only() => Assert.Equal((0 + 0.5) / 2, Found.HardRecallAt1!.Value, Digits);

    // Taken 1, 2, 3, 4, 5 with 1, 1, 1, 1.5, 1.5 right of 4.
    [Fact]
    public void F1_is_that_of_taking_the_top_candidates() => Assert.Equal(2 * 1 / (1.0 + 4), Found.F1!.Value, Digits);

    [Fact]
    public void AveragePrecision_is_that_of_the_top_candidates() => Assert.Equal((1 + (0.5 * (1.5 / 4))) / 4, Found.AveragePrecision!.Value, Digits);

    [Fact]
    public void RecallAtPrecision_is_that_of_the_top_candidates() => Assert.Equal((0.25, 0.25), (Found.RecallAtPrecision99, Found.RecallAtPrecision95));

    [Fact]
    public void High_is_judged_by_the_band_of_the_top_candidate() => Assert.Equal((1 / 2.0, 1 / 4.0), (Found.HighPrecision, Found.HighRecall));

    [Fact]
    public void AssignedHigh_leaves_out_what_was_not_assigned()
    {
        var rows = Rows.Select(row => row.LeftKey == "L2" ? row with { Assigned = null } : row).ToList();
        var found = Measures.Of(rows, Truth, _ => false);

        Assert.Equal((1.0, 0.25), (found.AssignedHighPrecision, found.AssignedHighRecall));
        Assert.Equal((0.5, 0.25), (found.HighPrecision, found.HighRecall));
    }

    [Fact]
    public void High_precision_without_any_high_is_no_figure_and_recall_nothing()
    {
        var found = Measures.Of([Given.Row("L1", true, ("R1", 0.8))], Given.Truth(("L1", "R1")), _ => false);

        Assert.Null(found.HighPrecision);
        Assert.Equal(0, found.HighRecall);
    }

    // Tops: .95 right and .92 wrong in one bin; .70 wrong; .60 half right; .20 wrong. Rows without a true pair count too.
    [Fact]
    public void CalibrationError_is_that_of_all_top_candidates() =>
        Assert.Equal((Math.Abs(0.95 + 0.92 - 1) + 0.70 + Math.Abs(0.60 - 0.5) + 0.20) / 5, Found.CalibrationError!.Value, Digits);

    [Fact]
    public void Brier_is_that_of_all_top_candidates() =>
        Assert.Equal(((0.05 * 0.05) + (0.92 * 0.92) + (0.70 * 0.70) + (0.5 * ((0.4 * 0.4) + (0.6 * 0.6))) + (0.20 * 0.20)) / 5, Found.Brier!.Value, Digits);

    [Fact]
    public void ReviewLoad_counts_medium_rows_per_hundred_true_pairs() => Assert.Equal(100 * 2 / 4.0, Found.ReviewLoad!.Value, Digits);

    [Fact]
    public void CandidateRecall_finds_a_true_pair_anywhere_among_the_candidates() => Assert.Equal(3 / 4.0, Found.CandidateRecallAt20!.Value, Digits);

    [Fact]
    public void CandidateRecall_looks_at_twenty_candidates()
    {
        var candidates = Enumerable.Range(0, 21).Select(i => ($"R{i}", 0.9 - (i * 0.01))).ToArray();

        Assert.Equal(1, Measures.Of([Given.Row("L1", false, candidates)], Given.Truth(("L1", "R19")), _ => false).CandidateRecallAt20);
        Assert.Equal(0, Measures.Of([Given.Row("L1", false, candidates)], Given.Truth(("L1", "R20")), _ => false).CandidateRecallAt20);
    }

    // Assigned: .95 right, .92 wrong, .70 wrong, .20 wrong.
    [Fact]
    public void OneToOneF1_is_that_of_the_assigned_candidates() => Assert.Equal(2 * 1 / (1.0 + 4), Found.OneToOneF1!.Value, Digits);

    // R3 before R7 by its key: .95 right, .92 wrong, .70 wrong, .60 right, .20 wrong; L2 and L3 are taken by then.
    [Fact]
    public void GreedyF1_maps_all_candidates_by_falling_confidence() => Assert.Equal(2 * 2 / (4.0 + 4), Found.GreedyF1!.Value, Digits);

    [Fact]
    public void GreedyF1_takes_neither_record_twice()
    {
        MatchRow[] rows = [Given.Row("L1", false, ("R1", 0.9), ("R2", 0.8)), Given.Row("L2", false, ("R1", 0.85), ("R2", 0.7))];
        var truth = Given.Truth(("L1", "R1"), ("L2", "R2"));

        Assert.Equal(1, new Measures().WithOneToOne(rows, truth).GreedyF1);
    }

    [Fact]
    public void Row_with_two_true_candidates_is_right_by_either()
    {
        var truth = Given.Truth(("L1", "R1"), ("L1", "R2"));
        var found = Measures.Of([Given.Row("L1", true, ("R2", 0.95), ("R1", 0.4))], truth, _ => false);

        Assert.Equal((1.0, 1.0, 1.0), (found.RecallAt1, found.F1, found.HighRecall));
    }

    [Fact]
    public void Macro_counts_each_set_once_and_leaves_out_those_without_a_figure()
    {
        var macro = Measures.Macro([new() { RecallAt1 = 0.5, OneToOneF1 = 0.4 }, new() { RecallAt1 = 1, OneToOneF1 = null }]);

        Assert.Equal(0.75, macro.RecallAt1);
        Assert.Equal(0.4, macro.OneToOneF1);
        Assert.Null(macro.Brier);
    }
}
