namespace Kompass.Accounting.Matching.Tests;

public sealed class UniquenessTests
{
    [Fact]
    public void Match_identical_unique_names_are_high_and_assigned()
    {
        var row = Given.Row("Acme Tooling Ltd", "Larkfield Joinery Ltd", "Acme Tooling Ltd");

        Assert.Equal(("R2", MatchBand.High), (row.Assigned!.RightKey, row.Assigned.Band));
    }

    [Fact]
    public void Match_name_that_occurs_twice_on_the_right_is_not_high()
    {
        var row = Given.Row("Acme Tooling Ltd", "Acme Tooling Ltd", "ACME Tooling Ltd.");

        Assert.All(row.Candidates, c => Assert.True(c.Band < MatchBand.High && c.Confidence <= 0.5));
        Assert.Null(row.Assigned);
    }

    [Fact]
    public void Match_name_that_occurs_twice_on_the_left_is_not_high_and_not_assigned()
    {
        var rows = Given.Matcher.Match(Given.Left("Acme Tooling Ltd", "Acme Tooling Ltd"), Given.Right("Acme Tooling Ltd")).Rows;

        Assert.All(rows, row => Assert.Null(row.Assigned));
        Assert.All(rows, row => Assert.True(row.Candidates[0].Band < MatchBand.High));
        Assert.All(rows, row => Assert.Equal("another contact fits the same client equally", row.Reason));
    }

    [Fact]
    public void Match_equal_names_are_told_apart_by_a_field()
    {
        var left = new MatchRecord { Key = "1", Name = "Acme Tooling Ltd", CompanyNumber = "01234567" };
        var right = new MatchRecord { Key = "a", Name = "Acme Tooling Ltd", CompanyNumber = "1234567" };
        var other = new MatchRecord { Key = "b", Name = "Acme Tooling Ltd", CompanyNumber = "7654321" };

        var row = Given.Row(left, other, right);

        Assert.Equal(("a", MatchBand.High), (row.Assigned!.RightKey, row.Assigned.Band));
    }

    [Fact]
    public void Match_sister_companies_go_each_to_its_own()
    {
        string[] names = ["Acme (Leeds) Ltd", "Acme (York) Ltd", "Acme Holdings Ltd", "Acme Group Ltd", "Acme Ltd"];

        var rows = Given.Matcher.Match(Given.Left(names), Given.Right([.. names.Reverse()])).Rows;

        Assert.Equal(["R5", "R4", "R3", "R2", "R1"], rows.Select(r => r.Assigned?.RightKey));
    }
}
