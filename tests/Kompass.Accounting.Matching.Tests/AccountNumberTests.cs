namespace Kompass.Accounting.Matching.Tests;

/// <summary>Account numbers help where both sides have one numbering, and do no harm where each counts by itself.</summary>
public sealed class AccountNumberTests
{
    private static readonly string[] Names =
        ["Castlebar Motors Ltd", "Hollis Print", "Ardmore Foods", "Quayside Timber", "Fjord Kitchens", "Jackdaw Books", "Zephyr Cranes", "Umbra Lighting"];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Match_numbers_that_each_side_gives_by_itself_change_nothing(int shift)
    {
        var left = Names.Select((name, i) => new MatchRecord { Key = $"L{i}", Name = name, AccountNumber = $"{i + 1}" });
        var right = Names.Select((name, i) => new MatchRecord { Key = $"R{i}", Name = name, AccountNumber = $"{((i + shift) % Names.Length) + 1}" });

        var rows = Given.Matcher.Match([.. left], [.. right]).Rows;

        Assert.All(rows, row => Assert.Equal((row.LeftKey.Replace('L', 'R'), MatchBand.High), (row.Assigned?.RightKey, row.Assigned?.Band)));
    }

    [Fact]
    public void Match_numbers_of_one_numbering_still_contradict()
    {
        var left = Names.Select((name, i) => new MatchRecord { Key = $"L{i}", Name = i == 0 ? "Hollis Print" : name, AccountNumber = $"{i + 1}" });
        var right = Names.Select((name, i) => new MatchRecord { Key = $"R{i}", Name = name, AccountNumber = $"{i + 1}" });

        var rows = Given.Matcher.Match([.. left], [.. right]).Rows;

        Assert.NotEqual("R1", rows[0].Assigned?.RightKey);
        Assert.Equal("R1", rows[1].Assigned?.RightKey);
        Assert.All(rows.Skip(2), row => Assert.Equal(MatchBand.High, row.Assigned?.Band));
    }

    [Fact]
    public void Find_another_name_with_the_same_account_number_is_no_look_alike()
    {
        var index = Given.Matcher.CreateIndex([new MatchRecord { Key = "1", Name = "Hollis Print", AccountNumber = "17" }]);

        Assert.Empty(index.Find(new() { Key = "a", Name = "Castlebar Motors Ltd", AccountNumber = "17" }));
    }

    [Theory]
    [InlineData("Marbury Retail Ltd", "Marbury Logistics Ltd")]
    [InlineData("Kestrel UK Ltd", "Kestrel Ireland Ltd")]
    public void Match_companies_of_one_group_are_not_high_for_their_tax_number(string left, string right)
    {
        var rows = Given.Matcher.Match(
            [new() { Key = "1", Name = left, TaxNumber = "GB 123 4567 89" }], [new() { Key = "a", Name = right, TaxNumber = "GB123456789" }]).Rows;

        Assert.Equal(MatchBand.Medium, rows[0].Candidates[0].Band);
    }

    [Fact]
    public void Match_by_ratio_keeps_whole_hundredths()
    {
        var row = new FuzzySharpNameMatcher().Match([new() { Key = "1", Name = "ABC" }], [new() { Key = "a", Name = "ABC Services" }]).Rows[0];

        Assert.Equal(0.90, row.Candidates[0].Confidence);
        Assert.Equal(MatchBand.High, row.Candidates[0].Band);
    }
}
