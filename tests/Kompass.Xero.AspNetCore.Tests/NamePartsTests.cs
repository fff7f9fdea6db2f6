namespace Kompass.Xero.AspNetCore.Tests;

public sealed class NamePartsTests
{
    [Theory]
    [InlineData("Acme Ltd", "Acme Limited", "Acme [Ltd]", "Acme [Limited]")]
    [InlineData("ACME  LTD.", "Acme, Ltd", "ACME LTD.", "Acme, Ltd")]
    [InlineData("Café Zoë", "Cafe Zoe", "Café Zoë", "Cafe Zoe")]
    [InlineData("Hartley & Sons", "Hartley and Sons", "Hartley & Sons", "Hartley and Sons")]
    [InlineData("Gin-Pit Studios", "Gin Pit Studios", "Gin-Pit Studios", "Gin Pit Studios")]
    [InlineData("Singh, Richard", "Richard Singh", "Singh, Richard", "Richard Singh")]
    [InlineData("Smith Smith", "Smith", "Smith [Smith]", "Smith")]
    [InlineData("North East Glass", "Northern Glass Co", "[North East] Glass", "[Northern] Glass [Co]")]
    [InlineData("\uD83D Ltd", "Ltd", "\uD83D Ltd", "Ltd")]
    public void Of_marks_the_words_that_the_other_name_lacks(string left, string right, string markedLeft, string markedRight)
    {
        Assert.Equal(markedLeft, Marked(left, right));
        Assert.Equal(markedRight, Marked(right, left));
    }

    [Fact]
    public void Of_a_name_without_another_marks_nothing() => Assert.Equal("Acme Ltd", Marked("Acme Ltd", null));

    private static string Marked(string name, string? other) =>
        string.Join(' ', NameParts.Of(name, other).Select(part => part.Differs ? $"[{part.Text}]" : part.Text));
}
