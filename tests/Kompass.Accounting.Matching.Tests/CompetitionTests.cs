namespace Kompass.Accounting.Matching.Tests;

public sealed class CompetitionTests
{
    // Not public: the kinds of rival are the matcher's own.
    [Theory]
    [InlineData(1.0, nameof(Rival.OtherLeft), MatchBand.Medium)]
    [InlineData(0.4, nameof(Rival.OtherLeft), MatchBand.Medium)]
    [InlineData(0.3, nameof(Rival.WeakerLeft), MatchBand.Medium)]
    [InlineData(0.12, nameof(Rival.WeakerLeft), MatchBand.Medium)]
    [InlineData(0.08, nameof(Rival.None), MatchBand.High)]
    public void Settle_rival_on_the_left_counts_by_its_odds(double ratio, string expected, MatchBand band)
    {
        const double LogOdds = 4;
        var options = new MatchOptions();
        Edge[][] rows = [[new(0, new(LogOdds, MatchBand.High))], [new(0, new(LogOdds + Math.Log(ratio), MatchBand.High))]];

        Competition.Settle(rows, 1, options);

        Assert.Equal((expected, band), (rows[0][0].Rival.ToString(), options.BandOf(rows[0][0].Confidence)));
        Assert.Equal(nameof(Rival.OtherLeft), rows[1][0].Rival.ToString());
    }
}
