using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Kompass.Accounting.Matching.Tests;

public sealed class InvarianceTests
{
    private static readonly string[] Words =
        ["Acme", "Larkfield", "Ilkley", "İzmir", "Joinery", "Services", "Group", "Unit", "1", "2", "III", "Ltd", "Limited", "GmbH", "Müller", "Mueller", "O'Brien", "&", "t/a", "Smith,", "John"];

    private static readonly Gen<string> Name = Gen.OneOf(Words).Array[1, 5].Select(words => string.Join(' ', words));

    private static readonly Gen<MatchRecord[]> Records = Gen.Select(Name, Gen.OneOf("", "LS1 1AA", "YO1 7HH"), Gen.OneOf<string?>(null, "1234567", "7654321"))
        .Array[0, 14]
        .Select(rows => rows.Select((r, i) => new MatchRecord { Key = $"k{i:D2}", Name = r.Item1, PostalCode = r.Item2, CompanyNumber = r.Item3 }).ToArray());

    [Fact]
    public void Match_permuted_lists_give_the_same_rows()
    {
        Gen.Select(Records, Records).Sample((left, right) =>
        {
            var straight = Given.Matcher.Match(left, right);
            var turned = Given.Matcher.Match([.. left.Reverse()], [.. right.OrderBy(r => r.Name.Length).ThenByDescending(r => r.Key, StringComparer.Ordinal)]);

            Assert.Equal(Text(straight.Rows), Text(turned.Rows.Reverse()));
            Assert.Equal(straight.UnmatchedRightKeys.Order(StringComparer.Ordinal), turned.UnmatchedRightKeys.Order(StringComparer.Ordinal));
        }, iter: UnderCi.Of(100, 20));
    }

    [Fact]
    public void Match_more_equal_candidates_than_wanted_keeps_the_first_by_key()
    {
        var right = Enumerable.Range(0, 60).Select(i => new MatchRecord { Key = $"k{i:D2}", Name = "Acme Tooling" }).ToArray();

        var row = Given.Matcher.Match(Given.Left("Acme Toolings"), [.. right.Reverse()], new() { MaximumCandidates = 3 }).Rows[0];

        Assert.Equal(["k00", "k01", "k02"], row.Candidates.Select(c => c.RightKey));
    }

    [Fact]
    public void Match_assigns_no_right_record_twice_and_accounts_for_all()
    {
        Gen.Select(Records, Records).Sample((left, right) =>
        {
            var result = Given.Matcher.Match(left, right);
            var assigned = result.Rows.Where(r => r.Assigned is not null).Select(r => r.Assigned!.RightKey).ToList();

            Assert.Equal(left.Select(l => l.Key), result.Rows.Select(r => r.LeftKey));
            Assert.Equal(assigned.Count, assigned.Distinct().Count());
            Assert.Equal(right.Select(r => r.Key).Except(assigned), result.UnmatchedRightKeys);
            Assert.All(result.Rows, row => Assert.True(row.Assigned is null || row.Candidates.Contains(row.Assigned)));
            Assert.All(result.Rows.SelectMany(r => r.Candidates), c => Assert.InRange(c.Confidence, 0, 1));
            Assert.All(result.Rows, row => Assert.Equal(row.Candidates.OrderByDescending(c => c.Confidence).Select(c => c.RightKey), row.Candidates.Select(c => c.RightKey)));
        }, iter: UnderCi.Of(100, 20));
    }

    [Fact]
    public void Match_high_is_unique_on_both_sides()
    {
        Gen.Select(Records, Records).Sample((left, right) =>
        {
            var high = Given.Matcher.Match(left, right).Rows
                .SelectMany(row => row.Candidates.Where(c => c.Band == MatchBand.High).Select(c => (row.LeftKey, c.RightKey))).ToList();

            Assert.Equal(high.Count, high.DistinctBy(h => h.LeftKey).Count());
            Assert.Equal(high.Count, high.DistinctBy(h => h.RightKey).Count());
        }, iter: UnderCi.Of(100, 20));
    }

    [Fact]
    public void Match_strangers_that_share_nothing_change_no_row()
    {
        // Neither words nor 3-grams of the names above, and too few words to be somebody's initials.
        var strange = Gen.OneOf("Quxxyzz", "Vwvwvw", "Zzyzx", "Xqvvx", "Wvvz", "99", "日立").Array[1, 2].Select(words => string.Join(' ', words));
        Gen.Select(Records, Records, strange.Array[0, 6], strange.Array[0, 6]).Sample((left, right, leftStrangers, rightStrangers) =>
        {
            MatchRecord[] more = [.. leftStrangers.Select((name, i) => new MatchRecord { Key = $"{(i % 2 == 0 ? "a" : "z")}{i}", Name = name }), .. left];
            MatchRecord[] others = [.. right, .. rightStrangers.Select((name, i) => new MatchRecord { Key = $"{(i % 2 == 0 ? "a" : "z")}{i}", Name = name })];

            var found = Given.Matcher.Match(more, others);

            Assert.Equal(Text(Given.Matcher.Match(left, right).Rows), Text(found.Rows.Skip(leftStrangers.Length)));
        }, iter: UnderCi.Of(100, 20));
    }

    [Fact]
    public void Match_thousands_of_strangers_change_no_confidence()
    {
        // Rarity may not depend on the mere number of records.
        var (left, right) = (Given.Left("Acme Joinery Ltd", "Larkfield Services"), Given.Right("Acme Joinery Limited", "Larkfield Service", "Acme Services"));
        MatchRecord[] strangers = [.. Enumerable.Range(0, 3000).Select(i => new MatchRecord { Key = $"s{i}", Name = $"Xq{(char)('a' + (i % 26))}vx zz{i}" })];

        Assert.Equal(Text(Given.Matcher.Match(left, right).Rows), Text(Given.Matcher.Match([.. left, .. strangers], [.. right, .. strangers]).Rows.Take(2)));
    }

    [Fact]
    public void Match_identical_names_that_are_unique_and_uncontradicted_are_high()
    {
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 25], Gen.Int[0, 25], Gen.Int).Sample((shared, onlyLeft, onlyRight, seed) =>
        {
            var names = RealisticNames(new(seed), shared + onlyLeft + onlyRight);
            var left = Given.Left([.. names.Take(shared + onlyLeft)]);
            var right = Given.Right([.. names.Take(shared).Concat(names.Skip(shared + onlyLeft)).Reverse()]);

            var rows = Given.Matcher.Match(left, right).Rows;

            Assert.All(rows.Take(shared).Zip(names), pair => Assert.True(
                pair.First.Assigned is { Band: MatchBand.High } assigned && Array.Find(right, r => r.Key == assigned.RightKey)!.Name == pair.Second,
                $"'{pair.Second}' is {pair.First.Candidates[0]}, {pair.First.Reason}"));
            Assert.All(rows.Skip(shared), row => Assert.True(row.Assigned is null || row.Assigned.Band < MatchBand.High));
        }, iter: 60);
    }

    [Theory]
    [InlineData("Group Ltd")]
    [InlineData("Services Limited")]
    [InlineData("Smith")]
    [InlineData("The Company Shop")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("Ltd")]
    [InlineData("John Smith")]
    [InlineData("Acme Tooling Ltd")]
    [InlineData("3M")]
    [InlineData("株式会社 日立")]
    [InlineData("Смирнов и сыновья")]
    public void Match_one_name_with_itself_is_high(string name)
    {
        Assert.Equal(MatchBand.High, Given.Row(name, name).Assigned?.Band);
    }

    [SkippableTheory]
    [InlineData("tr-TR")]
    [InlineData("az")]
    [InlineData("th")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public void Match_culture_changes_nothing(string culture)
    {
        if (culture != "tr-TR")
        {
            UnderCi.Only("One culture stands for all");
        }

        string[] left = ["ILKLEY INTERIORS LIMITED", "istanbul iplik i", "Ärlig Åkeri AB", "Unit 1 Ltd", "İzmir Ltd", "IŞIK IĞDIR İNŞAAT", "Fund III", "TITCHFIELD INTL"];
        string[] right = ["Ilkley Interiors Ltd", "ISTANBUL IPLIK I", "arlig akeri ab", "UNIT I LTD", "izmir limited", "ışık ığdır inşaat", "fund iii", "Titchfield International"];

        // More rows than one thread works through.
        MatchRecord[] many = [.. Enumerable.Range(0, 30).SelectMany(i => left.Select((name, n) => new MatchRecord { Key = $"{n}.{i}", Name = $"{name} {(char)('A' + i)}ILI", Phone = "٠١٤٢٣ ٤٩٦" + i }))];
        MatchRecord[] others = [.. Enumerable.Range(0, 30).SelectMany(i => right.Select((name, n) => new MatchRecord { Key = $"{n}.{i}", Name = $"{name} {(char)('a' + i)}ili", PostalCode = "IP1 " + i }))];
        var (before, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var (standard, standardUi) = (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        var expected = Text(Given.Matcher.Match(Given.Left(left), Given.Right(right)).Rows);
        var expectedMany = Text(Given.Matcher.Match(many, others).Rows);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture;

            Assert.Equal(expected, Text(Given.Matcher.Match(Given.Left(left), Given.Right(right)).Rows));
            Assert.Equal(expectedMany, Text(Given.Matcher.Match(many, others).Rows));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, ui);
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (standard, standardUi);
        }
    }

    [Fact]
    public void Match_dotted_and_dotless_i_are_one_letter()
    {
        Assert.Equal(MatchBand.High, Given.Band(Given.Row("İzmir Iplık Ltd", "IZMIR IPLIK LTD")));
    }

    [Fact]
    public void Match_from_many_threads_gives_the_same_rows()
    {
        var left = Given.Left("Acme Ltd", "Larkfield Joinery", "Müller GmbH");
        var right = Given.Right("ACME Limited", "Larkfield Joinery Ltd", "Mueller GmbH");
        var expected = Text(Given.Matcher.Match(left, right).Rows);

        var found = Enumerable.Range(0, 64).AsParallel().Select(_ => Text(Given.Matcher.Match(left, right).Rows)).ToList();

        Assert.All(found, rows => Assert.Equal(expected, rows));
    }

    // Made-up words, so that no two names are near twins, with the ordinary words and legal forms that real lists share.
    private static List<string> RealisticNames(Random random, int count)
    {
        string[] ordinary = ["", "", "", "Services", "Group", "Joinery", "Foods", "Consulting", "Holdings", "& Sons"];
        string[] forms = ["", "Ltd", "Limited", "plc", "LLP", "GmbH", "B.V.", "Inc."];
        var names = new List<string>();
        var taken = new List<string>();
        while (names.Count < count)
        {
            var word = string.Concat(Enumerable.Range(0, 3 + random.Next(2)).Select(_ => $"{"bdfghklmnprstvz"[random.Next(15)]}{"aeiou"[random.Next(5)]}{"lnrst"[random.Next(5)]}"));
            if (taken.TrueForAll(other => TokenSimilarity.Of(new(word), new(other)) < TokenSimilarity.Least))
            {
                taken.Add(word);
                names.Add($"{char.ToUpperInvariant(word[0])}{word[1..]} {ordinary[random.Next(ordinary.Length)]} {forms[random.Next(forms.Length)]}");
            }
        }

        return names;
    }

    private static string Text(IEnumerable<MatchRow> rows) => JsonSerializer.Serialize(rows);
}
