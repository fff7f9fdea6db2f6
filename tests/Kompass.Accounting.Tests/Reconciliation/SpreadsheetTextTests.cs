using System.Text.RegularExpressions;
using CsCheck;

namespace Kompass.Accounting.Tests;

[Trait("Security", "csv injection")]
public sealed class SpreadsheetTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["=+-@\t\r\n' aé,;\""], 0, 6],
        Gen.String[Gen.Char["=-;' \""], 0, 6],
        Gen.String[Gen.Char["-'.0123"], 0, 5],
        Gen.Select(Gen.OneOf([.. new[] { "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "'=" }.Select(Gen.Const)]), Gen.String, (start, rest) => start + rest));

    [Fact]
    public void Restore_of_what_was_protected_is_the_text() =>
        Texts.Sample(text => SpreadsheetText.Restore(SpreadsheetText.Protect(text)) == text, iter: 50_000);

    [Fact]
    public void Protect_never_leaves_a_cell_that_begins_a_formula() =>
        Texts.Sample(text => !Regex.IsMatch(SpreadsheetText.Protect(text), @"^[=+@\t\r\n-]") || IsNumber(text), iter: 20_000);

    [Fact]
    public void Protect_never_leaves_a_piece_that_begins_a_formula_once_quotes_and_blanks_are_stripped() =>
        Texts.Sample(
            text => IsNumber(text) || SpreadsheetText.Protect(text).Split([',', ';', '\t', '|', '\r', '\n'])
                .All(piece => !Regex.IsMatch(piece.Replace("\"", "", StringComparison.Ordinal).Trim(), "^[=+@-]")),
            iter: 50_000);

    [Fact]
    public void Protect_leaves_texts_without_a_trigger_alone() =>
        Texts.Select(text => Regex.Replace(text, @"[=+@＝＋－＠\t\r\n-]", "")).Sample(text => SpreadsheetText.Protect(text) == text, iter: 5_000);

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")", "'=HYPERLINK(\"http://evil\")")]
    [InlineData("+44 20 7946 0000", "'+44 20 7946 0000")]
    [InlineData("-1+cmd", "'-1+cmd")]
    [InlineData("-", "'-")]
    [InlineData("-1.", "'-1.")]
    [InlineData("-1e5", "'-1e5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("  =1+1", "  '=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("Acme;=cmd|'/C calc'!A0", "Acme;'=cmd|'/C calc'!A0")]
    [InlineData("Acme;\"=cmd\"", "Acme;\"'=cmd\"")]
    [InlineData("Acme\n=cmd", "Acme\n'=cmd")]
    [InlineData("Acme\t-cmd", "Acme\t'-cmd")]
    [InlineData("a;b;=c;'=d", "a;b;'=c;''=d")]
    [InlineData(null, "")]
    public void Protect_puts_an_apostrophe_before_triggers(string? text, string expected) =>
        Assert.Equal(expected, SpreadsheetText.Protect(text));

    [Theory]
    [InlineData("-12.50")]
    [InlineData("-0")]
    [InlineData("1234.50")]
    [InlineData("'t Hooft")]
    [InlineData("Acme; Sons - Joiners")]
    [InlineData("Smith, 'Bob' & Co = friends")]
    public void Protect_leaves_alone_what_begins_no_formula(string text) => Assert.Equal(text, SpreadsheetText.Protect(text));

    [Theory]
    [InlineData("'t Hooft")]
    [InlineData("'")]
    [InlineData("'00123")]
    public void Restore_leaves_an_apostrophe_that_export_never_adds(string text) => Assert.Equal(text, SpreadsheetText.Restore(text));

    private static bool IsNumber(string text) => Regex.IsMatch(text, @"^-?[0-9]+(\.[0-9]+)?\z");
}
