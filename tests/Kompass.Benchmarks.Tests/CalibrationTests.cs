namespace Kompass.Benchmarks.Tests;

public sealed class CalibrationTests
{
    private const int Digits = 12;

    [Fact]
    public void Error_weighs_the_gap_of_each_bin_by_its_answers()
    {
        // [.9, 1]: mean .95, two of three right. [.5, .6): mean .5, one of one right.
        Answer[] answers = [Given.Answer(1, 1), Given.Answer(0.9, 1), Given.Answer(0.95, 0), Given.Answer(0.5, 1)];

        Assert.Equal(((3 * (0.95 - (2 / 3.0))) + (1 * (1 - 0.5))) / 4, Calibration.Error(answers)!.Value, Digits);
    }

    [Fact]
    public void Error_gaps_of_different_bins_do_not_cancel_out_but_those_of_one_do()
    {
        Assert.Equal(0.2, Calibration.Error([Given.Answer(0.8, 1), Given.Answer(0.2, 0)])!.Value, Digits);
        Assert.Equal(0, Calibration.Error([Given.Answer(0.5, 1), Given.Answer(0.5, 0)])!.Value, Digits);
    }

    [Fact]
    public void Error_bin_holds_its_lower_edge()
    {
        // .2 and .3 lie in different bins; in one they would cancel out.
        Assert.Equal((0.2 + 0.7) / 2, Calibration.Error([Given.Answer(0.2, 0), Given.Answer(0.3, 1)])!.Value, Digits);
        Assert.Equal(Math.Abs(0.3 + 0.39 - 1) / 2, Calibration.Error([Given.Answer(0.3, 1), Given.Answer(0.39, 0)])!.Value, Digits);
    }

    [Fact]
    public void Error_share_of_a_tie_counts_fractionally() => Assert.Equal(0.1, Calibration.Error([Given.Answer(0.6, 0.5)])!.Value, Digits);

    [Fact]
    public void Brier_is_the_mean_square() =>
        Assert.Equal(((0.1 * 0.1) + (0.8 * 0.8)) / 2, Calibration.Brier([Given.Answer(0.9, 1), Given.Answer(0.8, 0)])!.Value, Digits);

    [Fact]
    public void Brier_takes_each_of_equals_as_often_as_the_others() =>
        Assert.Equal((0.25 * 0.4 * 0.4) + (0.75 * 0.6 * 0.6), Calibration.Brier([Given.Answer(0.6, 0.25)])!.Value, Digits);

    [Fact]
    public void No_answers_have_no_figure()
    {
        Assert.Null(Calibration.Error([]));
        Assert.Null(Calibration.Brier([]));
    }
}
