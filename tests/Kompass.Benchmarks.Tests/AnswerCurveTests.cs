namespace Kompass.Benchmarks.Tests;

public sealed class AnswerCurveTests
{
    private const int Digits = 12;

    // By falling confidence: right, right, wrong, right, wrong; of five rows with a true pair, two are never found.
    private static readonly AnswerCurve Curve = new(
        [Given.Answer(0.5, 1), Given.Answer(0.9, 1), Given.Answer(0.7, 0), Given.Answer(0.3, 0), Given.Answer(0.8, 1)], positives: 5);

    [Fact]
    public void BestF1_is_that_of_the_best_threshold() => Assert.Equal(2 * 3 / (4.0 + 5), Curve.BestF1, Digits);

    [Fact]
    public void AveragePrecision_adds_each_step_of_recall_at_its_precision() =>
        Assert.Equal(((1 * 1.0) + (1 * 1.0) + (1 * 0.75)) / 5, Curve.AveragePrecision, Digits);

    [Theory]
    [InlineData(1.0, 0.4)]
    [InlineData(0.99, 0.4)]
    [InlineData(0.75, 0.6)]
    [InlineData(0.6, 0.6)]
    public void RecallAt_is_the_largest_recall_that_keeps_the_precision(double precision, double expected) => Assert.Equal(expected, Curve.RecallAt(precision), Digits);

    [Fact]
    public void RecallAt_precision_that_is_never_reached_is_nothing() => Assert.Equal(0, new AnswerCurve([Given.Answer(0.9, 0), Given.Answer(0.8, 1)], 2).RecallAt(0.95));

    [Fact]
    public void RecallAt_precision_that_recovers_later_counts()
    {
        // 0/1, then 19/20: a wrong first answer is made good by nineteen right ones.
        var answers = Enumerable.Range(0, 20).Select(i => Given.Answer(0.9 - (i * 0.01), i == 0 ? 0 : 1));

        Assert.Equal(19 / 25.0, new AnswerCurve(answers, 25).RecallAt(0.95), Digits);
    }

    [Fact]
    public void Equal_confidences_are_one_step()
    {
        // Cut between them, the right one first, and the precision would be 1 for half of the recall.
        var curve = new AnswerCurve([Given.Answer(0.9, 1), Given.Answer(0.9, 0)], positives: 2);

        Assert.Equal(0, curve.RecallAt(0.99));
        Assert.Equal(0.5, curve.RecallAt(0.5));
        Assert.Equal(2 * 1 / (2.0 + 2), curve.BestF1, Digits);
        Assert.Equal(0.5 * 0.5, curve.AveragePrecision, Digits);
    }

    [Fact]
    public void Shares_of_ties_count_fractionally()
    {
        var curve = new AnswerCurve([Given.Answer(0.9, 1), Given.Answer(0.6, 1 / 3.0)], positives: 2);

        Assert.Equal(Math.Max(2 * 1 / (1.0 + 2), 2 * (4 / 3.0) / (2 + 2)), curve.BestF1, Digits);
        Assert.Equal(((1 * 1.0) + (1 / 3.0 * (2 / 3.0))) / 2, curve.AveragePrecision, Digits);
    }

    [Fact]
    public void Three_thirds_are_a_whole()
    {
        var thirds = new AnswerCurve([Given.Answer(0.9, 1), Given.Answer(0.8, 1 - (1 / 3.0)), Given.Answer(0.8, 1 - (2 / 3.0))], positives: 2);

        Assert.Equal(1, thirds.RecallAt(2 / 3.0), Digits);
    }

    [Fact]
    public void No_answers_are_worth_nothing()
    {
        var curve = new AnswerCurve([], positives: 3);

        Assert.Equal((0, 0, 0), (curve.BestF1, curve.AveragePrecision, curve.RecallAt(0.99)));
    }
}
