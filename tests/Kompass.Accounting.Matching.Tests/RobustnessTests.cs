namespace Kompass.Accounting.Matching.Tests;

[Trait("Security", "limits")]
public sealed class RobustnessTests
{
    private static readonly string[] Awkward =
    [
        "", " ", "\0", "\ud800", "\udfff", "a\ud800b", "\ud83d", "😀😀", "\uFFFE\uFFFF", "\uFDFA", new('\uFDFA', 2000), new('a', 100_000), new(' ', 100_000),
        string.Concat(Enumerable.Repeat("a ", 50_000)), string.Concat(Enumerable.Repeat("a.", 50_000)), "&&&&", "t/a", "t/a t/a t/a", "Ltd", "Ltd Ltd Ltd", "The", "and and",
        ",", "a,", ",a", "(((", "株式会社 日立", "ﬃ", "e\u0301\u0301\u0301", "\u202Eabc", "٣٤", "Ⅷ", "½", "=cmd|' /C calc'!A0",
    ];

    /// <summary>The bar is a million; who builds for the first time should not wait for it.</summary>
    private static int Strings => UnderCi.Of(1_000_000, 10_000);

    [Fact]
    public void Score_many_random_and_adversarial_strings_never_throws_and_stays_bounded()
    {
        // Each thread has lists of its own, and scores each string against the one before and against itself.
        var failures = Enumerable.Range(0, 8).AsParallel().Select(part =>
        {
            var source = new StringSource(part);
            var bench = new Bench();
            var before = bench.Read(new() { Key = "0", Name = "Acme Tooling Ltd" });
            for (var i = 0; i < Strings / 8; i++)
            {
                var text = source.Next();
                try
                {
                    if (i % 5_000 == 0)
                    {
                        bench = new(); // the words that a list of strangers remembers are not what is tested
                    }

                    var entry = bench.Read(source.Record(text));
                    Check(entry.Name.Variants.Sum(v => v.Codes.Length) <= 4 * TextFolding.MaximumLength && entry.Name.Codes.Length <= TextFolding.MaximumLength + 20);
                    Check(Array.TrueForAll(entry.Name.Variants, v => v.Tokens.Length is > 0 and <= 50));
                    for (var side = 0; side < 2; side++)
                    {
                        var score = bench.Score(entry, side == 0 ? before : entry);
                        Check(double.IsFinite(score.LogOdds) && score.Probability is >= 0 and <= 1 && score.Names.Similarity is >= 0 and <= 1);
                        Check(score.Names.Share is >= 0 and <= 1.0000001 && score.Names.Letters is >= 0 and <= 1);
                        Check(side == 0 || entry.Name.Variants.Length == 0 || score.Names.Similarity == 1);
                    }

                    before = entry;
                }
                catch (Exception exception)
                {
                    return $"{string.Join(' ', text.Take(200).Select(c => ((int)c).ToString("X4", null)))}: {exception}";
                }
            }

            return null;
        }).Where(failure => failure is not null).ToList();

        Assert.Empty(failures);
    }

    [Fact]
    public void Find_and_Upsert_random_and_adversarial_strings_never_throw()
    {
        var source = new StringSource(99);
        var index = Given.Matcher.CreateIndex([]);
        for (var i = 0; i < Strings / 25; i++)
        {
            var record = source.Record(source.Next()) with { Key = $"k{i % 200}" };

            Assert.All(index.Find(record, MatchBand.None), c => Assert.InRange(c.Confidence, 0, 1));
            index.Upsert(record);
            if (i % 3 == 0)
            {
                index.Remove($"k{(i * 7) % 200}");
            }
        }
    }

    [Fact]
    public void Match_random_and_adversarial_strings_never_throws_and_every_reason_is_readable()
    {
        var source = new StringSource(100);
        for (var i = 0; i < Strings / 2_500; i++)
        {
            MatchRecord[] left = [.. Enumerable.Range(0, 20).Select(n => source.Record(source.Next()) with { Key = $"{n}" })];
            MatchRecord[] right = [.. Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? left[n] : source.Record(source.Next())) with { Key = $"{n}" })];

            var result = Given.Matcher.Match(left, right);

            Assert.All(result.Rows, row => Assert.NotEmpty(row.Reason));
            Assert.All(result.Rows.SelectMany(row => row.Candidates), c => Assert.True(c.Reason.Length > 0 && c.Confidence is >= 0 and <= 1));
        }
    }

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("A limit does not hold.");
        }
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
