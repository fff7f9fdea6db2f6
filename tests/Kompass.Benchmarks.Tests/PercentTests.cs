using System.Globalization;

namespace Kompass.Benchmarks.Tests;

public sealed class PercentTests
{
    [Theory]
    [InlineData(0, "0.0000")]
    [InlineData(1, "100.0000")]
    [InlineData(0.975, "97.5000")]
    [InlineData(0.12345678, "12.345678")]
    [InlineData(1e-7, "0.00001")]
    public void Of_has_four_decimals_or_more(double share, string expected) => Assert.Equal(expected, Percent.Of(share));

    [Fact]
    public void Of_neighbours_differ_and_keep_their_order()
    {
        for (double share = 0.001, next; share < 1; share = next * 1.07)
        {
            next = Math.BitIncrement(share);
            Assert.True(decimal.Parse(Percent.Of(share), CultureInfo.InvariantCulture) < decimal.Parse(Percent.Of(next), CultureInfo.InvariantCulture), $"{share:R}");
        }
    }
}
