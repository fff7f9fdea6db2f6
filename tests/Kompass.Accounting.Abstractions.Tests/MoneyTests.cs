using System.Globalization;
using CsCheck;

namespace Kompass.Accounting.Abstractions.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<decimal> Amounts =
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 8], (value, decimals) => new decimal(Math.Abs(value) > int.MaxValue ? value : (int)value) / Power(decimals));

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.015", "0.02")]
    [InlineData("0.025", "0.03")]
    [InlineData("-0.025", "-0.03")]
    [InlineData("2.674999", "2.67")]
    [InlineData("1.00499999", "1.00")]
    [InlineData("0", "0")]
    [InlineData("12345678901234.565", "12345678901234.57")]
    public void Round_halves_go_away_from_zero(string amount, string expected) => Assert.Equal(Parse(expected), Money.Round(Parse(amount)));

    [Fact]
    public void Round_is_within_half_a_penny_and_halves_never_move_towards_zero() =>
        Amounts.Sample(amount =>
        {
            var rounded = Money.Round(amount);
            var moved = Math.Abs(rounded) - Math.Abs(amount);
            return rounded * 100 == Math.Truncate(rounded * 100) && moved <= 0.005m && moved > -0.005m;
        });

    [Fact]
    public void Round_is_symmetric_and_settles_at_once() =>
        Amounts.Sample(amount => Money.Round(-amount) == -Money.Round(amount) && Money.Round(Money.Round(amount)) == Money.Round(amount));

    [Fact]
    public void Round_keeps_the_order_of_amounts() =>
        Gen.Select(Amounts, Amounts).Sample((one, other) => one > other || Money.Round(one) <= Money.Round(other));

    [Theory]
    [InlineData("1.2345", 4, true)]
    [InlineData("1.23456", 4, false)]
    [InlineData("1.230000000", 2, true)]
    [InlineData("-0.001", 2, false)]
    [InlineData("-7", 0, true)]
    public void Fits_counts_decimals_without_trailing_zeros(string value, int decimals, bool expected) =>
        Assert.Equal(expected, Money.Fits(Parse(value), decimals));

    [Fact]
    public void Fits_says_what_the_digits_say() =>
        Gen.Select(Amounts, Gen.Int[0, 8]).Sample((amount, decimals) =>
            Money.Fits(amount, decimals) == (amount * Power(decimals) == Math.Truncate(amount * Power(decimals))));

    private static decimal Power(int decimals) => (decimal)Math.Pow(10, decimals);

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
