using CsCheck;

namespace Kompass.Accounting.Tests;

public sealed class SpreadsheetTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["=+-@\t\r\n' aé,;\""], 0, 6],
        Gen.Select(Gen.OneOf([.. new[] { "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "'=" }.Select(Gen.Const)]), Gen.String, (start, rest) => start + rest));

    [Fact]
    public void Restore_of_what_was_protected_is_the_text() =>
        Texts.Sample(text => SpreadsheetText.Restore(SpreadsheetText.Protect(text)) == text, iter: 20_000);

    [Fact]
    public void Protect_never_leaves_a_cell_that_begins_a_formula() =>
        Texts.Sample(text => SpreadsheetText.Protect(text) is "" or [not ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n'), ..], iter: 20_000);

    [Fact]
    public void Protect_leaves_harmless_texts_alone() =>
        Texts.Where(text => text is "" or [not ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\''), ..])
            .Sample(text => SpreadsheetText.Protect(text) == text, iter: 5_000);

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")", "'=HYPERLINK(\"http://evil\")")]
    [InlineData("+44 20 7946 0000", "'+44 20 7946 0000")]
    [InlineData("-12.50", "'-12.50")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("'t Hooft", "''t Hooft")]
    [InlineData(null, "")]
    public void Protect_puts_an_apostrophe_before_triggers(string? text, string expected) =>
        Assert.Equal(expected, SpreadsheetText.Protect(text));

    [Theory]
    [InlineData("'t Hooft")]
    [InlineData("'")]
    [InlineData("'00123")]
    public void Restore_leaves_an_apostrophe_that_export_never_adds(string text) => Assert.Equal(text, SpreadsheetText.Restore(text));
}
