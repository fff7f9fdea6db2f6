namespace Kompass.Accounting.Matching.Tests;

public sealed class ReasonTests
{
    [Theory]
    [InlineData("Acme Tooling Ltd", "Acme Tooling Ltd", "same name")]
    [InlineData("ACME TOOLING LTD", "Acme Tooling Ltd", "same name")]
    [InlineData("Acme Tooling Ltd", "Acme Tooling Limited", "same name apart from Ltd / Limited")]
    [InlineData("Großmann GmbH & Co. KG", "Großmann GmbH & Co KG", "same name, written differently")]
    [InlineData("Acme Tooling", "Acme Tooling GmbH", "same name apart from GmbH")]
    [InlineData("Acme Tooling LLP", "Acme Tooling Ltd", "same name; but LLP / Ltd")]
    [InlineData("Acme Technology Corp", "Acme Technologies Corporation", "same name apart from Corp / Corporation, 'Technology' / 'Technologies'")]
    [InlineData("Weiß Optik", "Weiss Optik", "same name apart from 'Weiß' / 'Weiss'")]
    [InlineData("Crème Brûlée", "Creme Brulee", "same name apart from 'Crème' / 'Creme', 'Brûlée' / 'Brulee'")]
    [InlineData("Müller GmbH", "Mueller GmbH", "differs in 'Müller' / 'Mueller'")]
    [InlineData("Northern Counties H.A.", "Northern Counties Housing Association", "differs in 'HA' / 'Housing Association'")]
    [InlineData("Western Housing Association Leeds", "Western HA Leeds", "differs in 'Housing Association' / 'HA'")]
    [InlineData("Aldersyke Joinery North Ltd", "Aldersyke Joinery South Ltd", "differs in 'North' / 'South'")]
    [InlineData("Wm Micklethwaite", "William Micklethwaite", "differs in 'Wm' / 'William'")]
    [InlineData("Riverside Unit 1 Ltd", "Riverside Unit 2 Ltd", "differs in 'Unit 1' / 'Unit 2'")]
    [InlineData("Growth Fund III LP", "Growth Fund IV LP", "differs in 'Fund III' / 'Fund IV'")]
    [InlineData("ABC Ltd", "ABC Services Ltd", "only one name has 'Services'")]
    [InlineData("Bob Micklethwaite", "Robert Micklethwaite", "differs in 'Bob' / 'Robert'")]
    [InlineData("Martin James", "James Martin", "same words in another order")]
    [InlineData("Bexley Taverns t/a The Cragside Inn", "The Cragside Inn", "only the trading name agrees")]
    [InlineData("Bexley Taverns t/a The Cragside Inn", "Bexley Taverns t/a Bramhope Arms", "same name, written differently; different trading names")]
    [InlineData("Yorkshire Mills Conservation Trust", "YMCT", "one name is made of the initials of the other")]
    public void Reason_says_what_is_the_same_and_what_is_not(string left, string right, string expected)
    {
        Assert.Equal(expected, Given.Row(left, right).Candidates[0].Reason);
    }

    [Fact]
    public void Reason_names_the_fields_that_agree_and_those_that_do_not()
    {
        var left = new MatchRecord { Key = "1", Name = "Acme Tooling Ltd", PostalCode = "ls1 4ab", Phone = "0113 496 0000" };
        var right = new MatchRecord { Key = "a", Name = "Acme Tooling Limited", PostalCode = "LS14AB", Phone = "0113 496 0999" };

        Assert.Equal("same name apart from Ltd / Limited; same postcode; different phone", Given.Row(left, right).Reason);
    }

    [Theory]
    [InlineData(2, "two clients fit equally")]
    [InlineData(3, "three clients fit equally")]
    [InlineData(7, "many clients fit equally")]
    public void Reason_of_a_row_with_equal_candidates_counts_them(int count, string expected)
    {
        var row = Given.Row("Acme Tooling Ltd", [.. Enumerable.Repeat("Acme Tooling Ltd", count)]);

        Assert.Null(row.Assigned);
        Assert.Equal(expected, row.Reason);
    }

    [Fact]
    public void Reason_of_a_candidate_names_another_client_of_the_same_name()
    {
        var candidates = Given.Row("Acme Tooling Ltd", "Acme Tooling Limited", "Acme Tooling Limited").Candidates;

        Assert.All(candidates, candidate => Assert.Equal("same name apart from Ltd / Limited; another client has the same name", candidate.Reason));
    }

    [Theory]
    [InlineData("Acme Tooling Ltd", "Acme Tooling LLP", "same name")]
    [InlineData("Acme Tooling Limited", "Acme Tooling", "same name apart from Ltd / Limited")]
    public void Reason_of_a_candidate_names_another_client_that_differs_in_its_legal_form(string right, string other, string expected)
    {
        var candidates = Given.Row("Acme Tooling Ltd", right, other).Candidates;

        Assert.Equal(("R1", MatchBand.Medium), (candidates[0].RightKey, candidates[0].Band));
        Assert.Equal(expected + "; another client has the same name apart from the legal form", candidates[0].Reason);
    }

    [Fact]
    public void Reason_of_a_candidate_names_another_contact_that_fits_as_well()
    {
        var rows = Given.Matcher.Match(Given.Left("Acme Tooling Ltd", "Acme Tooling Ltd."), Given.Right("Acme Tooling Limited")).Rows;

        Assert.All(rows, row => Assert.Equal("same name apart from Ltd / Limited; another contact fits the same client", row.Candidates[0].Reason));
    }

    [Fact]
    public void Reason_of_a_row_without_a_candidate_says_so()
    {
        Assert.Equal("no client is similar enough", Given.Row("Acme Tooling Ltd", "Larkfield Joinery").Reason);
    }

    [Fact]
    public void Reason_of_a_row_whose_client_went_to_another_contact_says_so()
    {
        var rows = Given.Matcher.Match(Given.Left("Acme Tooling Ltd", "Acme Tooling LLP"), Given.Right("Acme Tooling Limited")).Rows;

        Assert.Equal("R1", rows[0].Assigned?.RightKey);
        Assert.Null(rows[1].Assigned);
        Assert.Equal("the client that fits best fits another contact better", rows[1].Reason);
    }
}
