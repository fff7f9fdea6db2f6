namespace Kompass.Accounting.Matching.Tests;

public sealed class HandMadePairTests
{
    public static TheoryData<string, string, string, string> Cases => Pairs.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Match_hand_made_pair_gets_the_expected_band(string file, string left, string right, string expected)
    {
        var row = Given.Row(left, right);

        var found = row.Candidates.Count == 0 ? "no candidate" : $"{row.Candidates[0].Confidence:F4}, {row.Candidates[0].Reason}";
        Assert.True(Pairs.Fits(Given.Band(row), expected), $"{file}: '{left}' / '{right}' should be {expected} but is {Given.Band(row)} ({found})");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Match_hand_made_pair_turned_round_gets_the_same_band(string file, string left, string right, string expected)
    {
        var row = Given.Row(right, left);

        Assert.True(Pairs.Fits(Given.Band(row), expected), $"{file}: '{right}' / '{left}' should be {expected} but is {Given.Band(row)}");
    }

    [Fact]
    public void All_pairs_are_read()
    {
        Assert.True(Pairs.All().Count >= 300);
    }
}
