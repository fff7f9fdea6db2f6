using System.Globalization;

namespace Kompass.Accounting.Abstractions.Tests;

public sealed class CurrencyCodeTests
{
    [Theory]
    [InlineData("GBP", "GBP")]
    [InlineData("eur", "EUR")]
    [InlineData("chF", "CHF")]
    public void Parse_three_letters_are_capitalised(string text, string expected)
    {
        Assert.Equal(expected, CurrencyCode.Parse(text, CultureInfo.InvariantCulture).Value);
        Assert.True(CurrencyCode.TryParse(text, out var code));
        Assert.Equal(new CurrencyCode(expected), code);
        Assert.Equal(expected, code.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("GB")]
    [InlineData("GBPP")]
    [InlineData("GB ")]
    [InlineData("G1P")]
    [InlineData("£££")]
    [InlineData("GBÞ")]
    [InlineData("ｇｂｐ")]
    public void Parse_anything_else_is_refused(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => CurrencyCode.Parse(text, CultureInfo.InvariantCulture));
        Assert.Contains("three letters, such as GBP", refusal.Message, StringComparison.Ordinal);
        Assert.False(CurrencyCode.TryParse(text, out var code));
        Assert.Equal(default, code);
    }

    [Fact]
    public void Parse_in_a_culture_with_its_own_capitals_gives_the_code()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("tr-TR");
            Assert.Equal("INR", CurrencyCode.Parse("inr", null).Value);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Default_value_reads_as_nothing()
    {
        Assert.Equal(string.Empty, default(CurrencyCode).ToString());
        Assert.False(CurrencyCode.TryParse(null, out _));
    }
}
