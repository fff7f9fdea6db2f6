namespace Kompass.Benchmarks.Tests;

public sealed class PlainNamesTests
{
    [Theory]
    [InlineData("bioMerieux, B.V.", "biomerieux")]
    [InlineData("BIOMERIEUX B. V.", "biomerieux")]
    [InlineData("Smith & Sons Ltd.", "smithsons")]
    [InlineData("O'Brien Haulage Limited", "obrienhaulage")]
    [InlineData("A B Smith", "absmith")]
    [InlineData("Unit 7 Co", "unit7")]
    [InlineData("Limited", "limited")]
    [InlineData("The Hub Company Limited", "hub")]
    [InlineData("", "")]
    public void Of_leaves_letters_and_digits_without_legal_forms(string name, string expected) => Assert.Equal(expected, PlainNames.Of(name));

    [Fact]
    public void Of_keeps_apart_what_differs() => Assert.NotEqual(PlainNames.Of("Smith Services Ltd"), PlainNames.Of("Smith Ltd"));
}
