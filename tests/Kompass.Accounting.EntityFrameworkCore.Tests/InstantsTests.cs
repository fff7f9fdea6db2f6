namespace Kompass.Accounting.EntityFrameworkCore.Tests;

public sealed class InstantsTests
{
    [Fact]
    public void ToTicks_of_one_instant_in_two_offsets_is_one_number()
    {
        var instant = new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(2)).AddTicks(7);

        Assert.Equal(Instants.ToTicks(instant), Instants.ToTicks(instant.ToUniversalTime()));
        Assert.Equal(instant, Instants.FromTicks(Instants.ToTicks(instant)));
        Assert.Equal(TimeSpan.Zero, Instants.FromTicks(Instants.ToTicks(instant)).Offset);
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("-12345678901234567890.12")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0001")]
    public void Amounts_keep_every_digit_in_any_culture(string text)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            Assert.Equal(text, Amounts.ToText(Amounts.ToAmount(text)));
            Assert.Equal("2026-02-28", Amounts.ToText(Amounts.ToDate("2026-02-28")));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
