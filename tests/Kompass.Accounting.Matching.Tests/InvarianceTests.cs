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
        }, iter: 100);
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
        }, iter: 100);
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
        }, iter: 100);
    }

    [Fact]
    public void Match_stranger_that_shares_nothing_changes_no_row()
    {
        Gen.Select(Records, Records).Sample((left, right) =>
        {
            var stranger = new MatchRecord { Key = "zz", Name = "Quxxyzz Vwvwvw" };

            Assert.Equal(Text(Given.Matcher.Match(left, right).Rows), Text(Given.Matcher.Match(left, [.. right, stranger]).Rows));
        }, iter: 60);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az")]
    [InlineData("th")]
    [InlineData("sv-SE")]
    public void Match_culture_changes_nothing(string culture)
    {
        string[] left = ["ILKLEY INTERIORS LIMITED", "istanbul iplik i", "Ärlig Åkeri AB", "Unit 1 Ltd", "İzmir Ltd"];
        string[] right = ["Ilkley Interiors Ltd", "ISTANBUL IPLIK I", "arlig akeri ab", "UNIT I LTD", "izmir limited"];
        var before = CultureInfo.CurrentCulture;
        var expected = Text(Given.Matcher.Match(Given.Left(left), Given.Right(right)).Rows);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

            Assert.Equal(expected, Text(Given.Matcher.Match(Given.Left(left), Given.Right(right)).Rows));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
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

    private static string Text(IEnumerable<MatchRow> rows) => JsonSerializer.Serialize(rows);
}
