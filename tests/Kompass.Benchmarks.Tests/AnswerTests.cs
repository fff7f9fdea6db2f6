using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks.Tests;

public sealed class AnswerTests
{
    [Fact]
    public void Top_single_best_candidate_counts_wholly()
    {
        var truth = Given.Truth(("L1", "R2"));

        Assert.Equal(1, Answer.Top(Given.Row("L1", false, ("R2", 0.8), ("R1", 0.7)), truth)!.Value.Right);
        Assert.Equal(0, Answer.Top(Given.Row("L1", false, ("R1", 0.8), ("R2", 0.7)), truth)!.Value.Right);
    }

    [Fact]
    public void Top_equals_count_by_the_share_that_is_true()
    {
        var row = Given.Row("L1", false, ("R1", 0.8), ("R2", 0.8), ("R3", 0.8), ("R4", 0.7));

        Assert.Equal(1 / 3.0, Answer.Top(row, Given.Truth(("L1", "R2")))!.Value.Right);
        Assert.Equal(2 / 3.0, Answer.Top(row, Given.Truth(("L1", "R2"), ("L1", "R3")))!.Value.Right);
        Assert.Equal(0, Answer.Top(row, Given.Truth(("L1", "R4")))!.Value.Right);
    }

    [Fact]
    public void Top_neighbouring_doubles_are_no_equals()
    {
        var row = Given.Row("L1", false, ("R1", 0.8), ("R2", Math.BitDecrement(0.8)));

        Assert.Equal(1, Answer.Top(row, Given.Truth(("L1", "R1")))!.Value.Right);
    }

    [Fact]
    public void Top_finds_the_best_whatever_the_order()
    {
        var top = Answer.Top(Given.Row("L1", false, ("R1", 0.2), ("R2", 0.95)), Given.Truth(("L1", "R2")))!.Value;

        Assert.Equal(new Answer(0.95, 1, MatchBand.High), top);
    }

    [Fact]
    public void Top_of_a_row_without_candidates_is_no_answer() => Assert.Null(Answer.Top(Given.Row("L1", false), Given.Truth(("L1", "R1"))));

    [Fact]
    public void Assigned_is_judged_alone_even_among_equals()
    {
        var row = Given.Row("L1", true, ("R1", 0.8), ("R2", 0.8));

        Assert.Equal(new Answer(0.8, 1, MatchBand.Medium), Answer.Assigned(row, Given.Truth(("L1", "R1"))));
        Assert.Equal(new Answer(0.8, 0, MatchBand.Medium), Answer.Assigned(row, Given.Truth(("L1", "R2"))));
        Assert.Null(Answer.Assigned(row with { Assigned = null }, Given.Truth(("L1", "R2"))));
    }
}
