using CsCheck;

namespace Kompass.Accounting.Matching.Tests;

public sealed class RobustnessTests
{
    private static readonly string[] Awkward =
    [
        "", " ", "\0", "\ud800", "\udfff", "a\ud800b", "\ud83d", "😀😀", "\uFFFE\uFFFF", "\uFDFA", new('\uFDFA', 2000), new('a', 100_000), new(' ', 100_000),
        string.Concat(Enumerable.Repeat("a ", 50_000)), string.Concat(Enumerable.Repeat("a.", 50_000)), "&&&&", "t/a", "t/a t/a t/a", "Ltd", "Ltd Ltd Ltd", "The", "and and",
        ",", "a,", ",a", "(((", "株式会社 日立", "ﬃ", "e\u0301\u0301\u0301", "\u202Eabc", "٣٤", "Ⅷ", "½", "=cmd|' /C calc'!A0",
    ];

    [Fact]
    public void Read_hundred_thousand_random_strings_never_throws_and_stays_bounded()
    {
        // Any UTF-16 unit may stand anywhere: lone surrogates, non-characters, controls.
        var normalizer = new NameNormalizer(new Vocabulary());
        var anyUnit = Gen.Int[0, 0xFFFF].Select(unit => (char)unit);
        var likely = Gen.OneOf([.. "aAbZ09 .,&/()'-\u0130\u0131ßøł\ud800\udc00\ufffe"]);
        Gen.OneOf(anyUnit, likely).Array[0, 40].Select(units => new string(units)).Sample(
            text =>
            {
                var name = normalizer.Read(text);
                return Array.TrueForAll(name.Variants, v => v.Tokens.Length > 0) && name.Variants.Sum(v => v.Text.Length) <= 3 * TextFolding.MaximumLength;
            },
            iter: 100_000);
    }

    [Fact]
    public void Match_awkward_strings_in_every_field_never_throws()
    {
        var left = Awkward.Select((text, i) => Everywhere($"L{i}", text)).Append(new() { Key = "null", Name = null! }).ToList();
        var right = Awkward.Select((text, i) => Everywhere($"R{i}", text)).Append(new() { Key = "null", Name = null! }).ToList();

        var result = Given.Matcher.Match(left, right);

        Assert.Equal(left.Count, result.Rows.Count);
        Assert.All(result.Rows.SelectMany(r => r.Candidates), c => Assert.False(double.IsNaN(c.Confidence)));
    }

    [Fact]
    public void Find_awkward_strings_never_throws()
    {
        var index = Given.Matcher.CreateIndex(Awkward.Select((text, i) => Everywhere($"R{i}", text)));

        Assert.All(Awkward, text => Assert.NotNull(index.Find(Everywhere("q", text), MatchBand.None)));
    }

    [Fact]
    public void Match_name_is_read_up_to_1024_characters()
    {
        var start = new string('x', 1000) + " ";

        Assert.Equal(MatchBand.High, Given.Band(Given.Row(start + new string('y', 1000), start + new string('y', 23) + new string('z', 900))));
    }

    private static MatchRecord Everywhere(string key, string text) => new()
    {
        Key = key,
        Name = text,
        EmailAddress = text,
        Phone = text,
        CompanyNumber = text,
        TaxNumber = text,
        AccountNumber = text,
        PostalCode = text,
        AddressLine = text,
    };
}
