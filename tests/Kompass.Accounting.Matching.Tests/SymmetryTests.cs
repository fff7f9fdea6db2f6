namespace Kompass.Accounting.Matching.Tests;

/// <summary>Whichever side a name stands on, the pair gets the same score.</summary>
public sealed class SymmetryTests
{
    private static readonly string[] Words =
        ["Acme", "Acmes", "Larkfield", "Larkfeild", "Larkfields", "Joinery", "Joinrey", "Services", "Svcs", "Group", "Unit", "1", "2", "III", "Ltd", "Limited", "LLP", "GmbH",
         "Müller", "Mueller", "Muller", "O'Brien", "&", "t/a", "formerly", "Smith,", "John", "Jon", "J", "A", "AJ", "HA", "Housing", "Association", "data", "base", "database", "(UK)", "Bob", "Robert", "The",
         "North", "South", "Paul", "Paula", "Jr", "Senior", "Oakdale", "Oakdene", "St", "Saint", "Street", "Wm"];

    [Fact]
    public void Score_names_with_one_reading_and_no_word_twice_is_the_same_from_both_sides()
    {
        // Which of two equal words of a name is taken, and which of two equally good readings, depends on the side; nothing else may.
        ForRandomPairs((left, right, straight, turned) =>
        {
            if (IsPlain(left) && IsPlain(right))
            {
                Assert.Equal(straight.LogOdds, turned.LogOdds, 1e-9);
            }
        });
    }

    [Fact]
    public void Score_any_names_have_the_same_ceiling_and_doubts_from_both_sides()
    {
        ForRandomPairs((left, right, straight, turned) =>
        {
            // Of two equally good readings either may be looked at for trading names.
            var (doubts, others) = (straight.Names.Doubts & ~TradingDoubts, turned.Names.Doubts & ~TradingDoubts);
            Assert.True(
                (straight.Ceiling, doubts, straight.LegalForms) == (turned.Ceiling, others, turned.LegalForms),
                $"'{left.Name.Original}' / '{right.Name.Original}': {straight.Names.Doubts} {straight.LegalForms}, {turned.Names.Doubts} {turned.LegalForms}");

            // Which of two equal words of a name is taken depends on the side, and with it what is left for the others.
            Assert.True(
                HasWordTwice(left) || HasWordTwice(right) || Math.Abs(straight.Names.Similarity - turned.Names.Similarity) <= 1e-9,
                $"'{left.Name.Original}' / '{right.Name.Original}': {straight.Names.Similarity}, {turned.Names.Similarity}");
        });
    }

    [Fact]
    public void Score_fields_count_the_same_from_both_sides()
    {
        var left = new MatchRecord { Key = "1", Name = "Harrogate Glass Ltd", EmailAddress = "a@harrogateglass.example", Phone = "01632960000", PostalCode = "LS1 1AA", CompanyNumber = "1234567" };
        var right = left with { Key = "a", Name = "Harrogate Glassworks Ltd", Phone = "01632960999", PostalCode = "LS11AA", CompanyNumber = "1234568", AddressLine = "1 Mill Lane" };

        Assert.Equal(Bench.Of(left, right).LogOdds, Bench.Of(right, left).LogOdds, 1e-9);
    }

    private const Doubts TradingDoubts = Doubts.TradingNameOnly | Doubts.TradingNamesDiffer;

    private static void ForRandomPairs(Action<Entry, Entry, Judged, Judged> check)
    {
        var random = new Random(20_260_101);
        var bench = new Bench();
        for (var i = 0; i < UnderCi.Of(20_000, 2_000); i++)
        {
            var name = Name(random);
            var left = bench.Read(new() { Key = "1", Name = name });
            var right = bench.Read(new() { Key = "2", Name = i % 2 == 0 ? Variation(random, name) : Name(random) });

            check(left, right, bench.Score(left, right), bench.Score(right, left));
        }
    }

    private static bool HasWordTwice(Entry entry) => Array.Exists(entry.Name.Variants, variant => variant.Tokens.Distinct().Count() < variant.Tokens.Length);

    private static bool IsPlain(Entry entry) =>
        entry.Name.Variants is [var only] && only.Tokens.Distinct().Count() == only.Tokens.Length;

    private static string Name(Random random) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Words[random.Next(Words.Length)]));

    private static string Variation(Random random, string name)
    {
        var words = name.Split(' ').ToList();
        for (var i = random.Next(3); i >= 0; i--)
        {
            var at = random.Next(words.Count);
            switch (random.Next(4))
            {
                case 0:
                    words.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                case 1 when words.Count > 1:
                    words.RemoveAt(at);
                    break;
                case 2:
                    words[at] = words[at].Length > 3 ? words[at].Remove(random.Next(1, words[at].Length), 1) : words[at];
                    break;
                default:
                    words.Reverse();
                    break;
            }
        }

        return string.Join(' ', words);
    }
}
